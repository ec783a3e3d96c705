"""Cards and question banks: a Deck or a Bank and a page map in, a file for other programs out.

``paging``  folios, where the texts have slots for them
``plain``   simple HTML as one line of plain text
``apkg``    a deck for Anki
``tsv``     a deck as a table
``moodle``  a bank as Moodle XML
``gift``    a bank in the GIFT format
``files``   which of them makes the file of a format

The formats take what ``paging`` gives.
"""
