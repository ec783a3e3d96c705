"""From targets to artefacts: one small build graph of content-addressed steps.

::

    quick answer   log ─► inputs (reasons)                        the standard library alone
    a build        session ─► prepare ─► making ─► artefacts
                                │          ├─► recipes ─► tasks
                              plan         └─► pool ─► executors
    beneath        memo, pool ─► keys ─► store (seal, values), graph

``log`` remembers what every artefact was made from; ``inputs`` compares that with the disk and says
what differs in a sentence.  ``prepare`` follows a change through the stages that ``plan`` joins, as
far as it reaches; ``recipes`` names what makes each format, out of ``tasks``; ``making`` carries
recipes on, ``pool`` looks their tasks up in the ``store`` or has an executor do them, and
``artefacts`` puts what comes of it in its place.  ``run`` does all that; ``dry`` says what it would
do.  Every step done or recalled is an edge of the ``graph``.

``log``, ``inputs``, ``versions``, ``code`` and ``libraries`` need the standard library only (and
the names of errors), so that a build with nothing to do ends before anything is loaded.
"""
