"""The sentences of a source: every line of its quotations is one."""

from __future__ import annotations

from dataclasses import replace

from octavo.model import Block, Blocks, Break, Inline, Inlines, Paragraph, Quote, Sentence


def by_line(blocks: Blocks) -> Blocks:
    """Part the quotations among a source's blocks into sentences."""
    return tuple(
        replace(block, blocks=tuple(_parted(inner) for inner in block.blocks))
        if isinstance(block, Quote)
        else block
        for block in blocks
    )


def _parted(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(block, content=_sentences(block.content))


def _sentences(content: Inlines) -> Inlines:
    sentences: list[list[Inline]] = [[]]
    for node in content:
        if isinstance(node, Break):
            sentences.append([])
        else:
            sentences[-1].append(node)
    return tuple(
        Sentence(content=tuple(nodes), location=nodes[0].location) for nodes in sentences if nodes
    )
