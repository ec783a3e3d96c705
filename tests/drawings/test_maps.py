"""Maps: the world file, the projections, names with room, everything within the frame."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.drawings import world
from octavo.drawings.labels import Name, place
from octavo.drawings.maps import MapWording, draw
from octavo.drawings.projection import fitting
from octavo.drawings.shapes import TEXT_WIDTH, WIDE_WIDTH, Box, Drawing, NoRoomError
from octavo.model import Map, Place, PlaceKind
from tests.drawings.sheets import assert_sound

SIGNS = MapWording("N", "S", "E", "W")
SOUTH = (30.0, 41.0, 52.0, 56.0)
WORLD = (-180.0, -60.0, 180.0, 85.0)
STALINGRAD = Place(id="stalingrad", name="Stalingrad", latitude=48.7, longitude=44.5, kind="battle")
ROSTOV = Place(id="rostov", name="Rostov-on-Don", latitude=47.23, longitude=39.7)
BLACK_SEA = Place(id="black-sea", name="Black Sea", latitude=43.5, longitude=35.0, kind="sea")


def paths(drawing: Drawing, role: str) -> list[tuple[float, float]]:
    """Return all points of a role's paths, which begin at a point and go on by steps."""
    found = []
    for stroke in drawing.strokes:
        for piece in stroke.path.split("M")[1:] if stroke.role == role else ():
            numbers = [float(each) for each in re.findall(r"-?\d+\.?\d*", piece)]
            x, y = numbers[:2]
            found.append((x, y))
            for across, down in zip(numbers[2::2], numbers[3::2], strict=True):
                x, y = x + across, y + down
                found.append((x, y))
    return found


@pytest.mark.parametrize(
    "region", [SOUTH, WORLD, (-10.0, -8.0, 15.0, 12.0), (0.0, -50.0, 60.0, -20.0)]
)
def test_coasts_and_rivers_stay_on_the_sheet(region: tuple[float, float, float, float]) -> None:
    drawn = draw(Map(places=(), region=region), WIDE_WIDTH, SIGNS)

    assert_sound(drawn)
    coasts = paths(drawn, "coast") + paths(drawn, "coast-fine")
    assert len(coasts) > 50
    for x, y in (*coasts, *paths(drawn, "river")):
        assert 0 <= x <= drawn.width
        assert 0 <= y <= drawn.height


def test_a_place_stands_where_it_is_among_coasts() -> None:
    """Rostov lies north-west of the Caspian and west of Stalingrad; north is up."""
    drawn = draw(Map(places=(STALINGRAD, ROSTOV, BLACK_SEA), region=SOUTH), WIDE_WIDTH, SIGNS)

    at = {words.text: words.box for words in drawn.words}
    assert at["Rostov-on-Don"].left < at["Stalingrad"].left
    assert at["Stalingrad"].top < at["Rostov-on-Don"].top < at["Black Sea"].top
    assert {"35°E", "45°N"} <= at.keys()


def test_marks_say_what_a_place_is() -> None:
    drawn = draw(Map(places=(STALINGRAD, ROSTOV, BLACK_SEA), region=SOUTH), WIDE_WIDTH, SIGNS)

    roles = [stroke.role for stroke in drawn.strokes]
    assert (roles.count("battle"), roles.count("town")) == (1, 1)


@given(st.floats(-170, 170), st.floats(-75, 75), st.floats(-9, 9), st.floats(-5, 5))
def test_a_projection_of_a_region_leads_back(
    lon: float, lat: float, east: float, north: float
) -> None:
    projection = fitting((lon - 10, max(lat - 6, -89), lon + 10, min(lat + 6, 89)))
    there = (lon + east, min(max(lat + north, -88), 88))

    assert projection.globe(*projection.plane(*there)) == pytest.approx(there, abs=1e-6)


kinds: st.SearchStrategy[PlaceKind] = st.sampled_from(["town", "region", "river", "sea", "battle"])
places = st.builds(
    Place,
    id=st.just("p"),
    name=st.sampled_from(["Moscow", "Rostov-on-Don", "Don", "The bend of the Volga", "Maikop"]),
    latitude=st.floats(42, 55),
    longitude=st.floats(31, 51),
    kind=kinds,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(places, max_size=14), st.sampled_from([TEXT_WIDTH, WIDE_WIDTH]))
def test_no_name_is_cut_or_meets_another(chosen: list[Place], width: float) -> None:
    assert_sound(draw(Map(places=tuple(chosen), region=SOUTH), width, SIGNS))


def test_a_name_without_room_is_told() -> None:
    names = [Name("A very long name", 10, 10)] * 9
    with pytest.raises(NoRoomError, match="A very long name"):
        place(names, Box(0, 0, 80, 40))


def test_a_drawing_is_a_function_of_its_data() -> None:
    made = Map(places=(STALINGRAD, ROSTOV), region=SOUTH)

    assert draw(made, TEXT_WIDTH, SIGNS) == draw(made, TEXT_WIDTH, SIGNS)


def test_the_world_file_is_small_and_says_where_it_is_from() -> None:
    file = Path(world.__file__).with_name("world.txt")
    assert file.stat().st_size < 400_000
    head = file.read_text(encoding="ascii")[:300]
    assert "Natural Earth" in head
    assert "public domain" in head


def test_the_world_file_has_the_volga_at_stalingrad() -> None:
    courses = world.within(44, 48, 46, 49.5)
    points = [point for course in courses if course.kind == "river" for point in course.points]
    assert any(abs(x - 44.6) < 0.3 and abs(y - 48.6) < 0.3 for x, y in points)
