"""Drawings of charts, flows and maps: what a picture shows in, lines and lettering out.

Units are points, y runs downwards, the width is that of the page's text or of text and side
column.  Every drawing is a function of its values alone; lettering is measured, never guessed:
no two labels overlap and none is cut.  Nothing here knows SVG beyond the data of a path: what a
line looks like is for the theme to say, by the line's role.

``shapes``      what a drawing is made of
``scale``       from numbers to points, and the round numbers between
``charts``      bars, ranges and dots
``flows``       boxes and arrows, in layers
``layering``    which box is in which layer, and where in it
``sharing``     room on a line, shared
``maps``        coasts, rivers and places
``projection``  from degrees to a plane
``world``       the coasts and rivers of the world file
``cutting``     courses on the page, thinned and cut to a frame
``labels``      room for names among what is drawn
"""
