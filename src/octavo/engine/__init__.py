"""From targets to artefacts: what is stale and why, and the making of it.

``log`` remembers what every artefact was made from; ``inputs`` compares that
with the disk and says what differs in a sentence; ``plan`` turns a work into
the editions that its targets need; ``steps`` names what makes each format;
``run`` does it.  ``log`` and ``inputs`` need the standard library only (and the
names of errors), so that a build with nothing to do ends before anything is loaded.
"""
