"""Whom figures may tell of: each audit is put, once, into a heap of at least five people, and only heaps are shown.

Pure: it knows whom an audit might have met, never what was found there. It decides the level *ogólny*, that of
everybody who may not read single audits; level *pełny* asks nothing here.

How a caller closes a granule, for one method and the whole office:

    granule = granule_of(day, Length.QUARTER)              # or Granule(first, last, wave=…)
    office = office_in(granule, places, posts, order)      # two queries: where units stood, who was employed
    closing = close(office, audits, method=…, on=today, told=…)   # one query: the counted versions of audits
    # keep `closing`: its tree, its blocks with their heaps of versions, what was left out. Never close it again.
    closing = supplement(office, closing, audits, on=today, told=…)  # later changes that are enough in themselves

and how a report is made of closings alone:

    expected = granules_of(period, Length.QUARTER) + waves
    contents = contents_of(closings, method=…, unit=…, period=period, expected=expected)
    # add the sums of `contents.blocks`; say `contents.missing` in words; its day is `contents.closed_on`.

A figure is the sum over one or several whole blocks, never over a part of one; a row of a file is of one block.

A caller keeps, of each block, its heaps apart and the versions that are gone, and unique (method, granule). It gives
audits the granule of their wave where they have one, else that of their day by the length set for the method and year.
Granules of one method may touch or overlap (a wave and its quarter): `told` sees to it that no version is in two.
"""

from audits.figures.disclosure.closings import Block, Closing, LeftOut, close, supplement
from audits.figures.disclosure.contents import Contents, Missing, Reason, contents_of
from audits.figures.disclosure.granules import Granule, Length, granule_of, granules_of, lies_in
from audits.figures.disclosure.lengths import Preview, preview
from audits.figures.disclosure.office import Office, Place, Post, office_in, path, staff_during, tree_on, units_below
from audits.figures.disclosure.rule import MYSTERY, SMALLEST_CROWD, Audit, Key, Parts, blocks, crowd, enough

__all__ = [
    "MYSTERY",
    "SMALLEST_CROWD",
    "Audit",
    "Block",
    "Closing",
    "Contents",
    "Granule",
    "Key",
    "LeftOut",
    "Length",
    "Missing",
    "Office",
    "Parts",
    "Place",
    "Post",
    "Preview",
    "Reason",
    "blocks",
    "close",
    "contents_of",
    "crowd",
    "enough",
    "granule_of",
    "granules_of",
    "lies_in",
    "office_in",
    "path",
    "preview",
    "staff_during",
    "supplement",
    "tree_on",
    "units_below",
]
