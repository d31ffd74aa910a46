"""The word map: readers see it, explore it by pointer and keys, read it as a list, and download it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from shared.catalog import COMMANDS
from tests.browser.guidelines import PHONE
from tests.stack.waiting import patience
from workers.wordnet.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from tests.browser.chat import Chat
    from tests.browser.conftest import OpenChat

SVG = "{http://www.w3.org/2000/svg}"
MOST_NODES = 200
# The median frame while 200 nodes move. It took 17 to 50 ms on a busy machine without a graphics card;
# redrawing everything takes several hundred.
SMOOTH_FRAME_MS = 100
LEAST_CONTRAST = 3.0  # WCAG 2.2, of graphics
SMALLEST_LINE_PX = 12  # of a line of text, as high as its font's ascent and descent

# The dashes and colours of lines, and the colour behind them.
LOOKS = """(legend, relations) => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const rgb = (colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const line = legend.querySelector(".line");
    const paper = rgb(getComputedStyle(legend.getRootNode().querySelector(".frame > svg")).backgroundColor);
    return relations.map((relation) => {
        line.setAttribute("class", `line ${relation}`);
        const {stroke, strokeDasharray} = getComputedStyle(line);
        return {dash: strokeDasharray, line: rgb(stroke), paper};
    });
}"""


def open_map(open_chat: OpenChat, word: str, **options: Any) -> Chat:
    """Open the map of a word without motion, so that every run draws the same."""
    chat = open_chat(f"/?word={word}&command=overview", reduced_motion="reduce", **options)
    chat.answered(0).get_by_role("button", name="Word map").click()
    expect(chat.page.get_by_role("group", name=f"Word map of {word}")).to_be_visible()
    expect(chat.page.locator("ww-map .node.lemma").first).to_be_visible()
    return chat


def test_a_question_for_a_map_opens_it(open_chat: OpenChat) -> None:
    answer = open_chat().ask("map of ocean")

    expect(answer.locator("ww-map .node.lemma").first).to_be_visible()
    expect(answer.locator("ww-answer dl")).to_have_count(0)


@pytest.fixture
def ocean(open_chat: OpenChat) -> Chat:
    return open_map(open_chat, "ocean")


def node(chat: Chat, label: str) -> Locator:
    """Return the node of a word."""
    return chat.page.locator("ww-map .node").filter(has=chat.page.locator("text", has_text=label))


def box_of(locator: Locator) -> Any:
    """Return the place and size of an element."""
    return locator.bounding_box()


def is_inside(box: Any, frame: Any) -> bool:
    """Return whether a box is inside a frame."""
    return all(
        frame[at] <= box[at] and box[at] + box[size] <= frame[at] + frame[size]
        for at, size in (("x", "width"), ("y", "height"))
    )


def overlap(one: Any, other: Any) -> bool:
    """Return whether two boxes overlap."""
    return all(
        one[at] < other[at] + other[size] and other[at] < one[at] + one[size]
        for at, size in (("x", "width"), ("y", "height"))
    )


def contrast(one: list[int], other: list[int]) -> float:
    """Return the contrast of two colours, as WCAG 2 defines it."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: list[int]) -> float:
    """Return the relative luminance of a colour's red, green and blue."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_map_draws_the_word_its_senses_and_their_relations(ocean: Chat) -> None:
    expect(ocean.page.locator("ww-map .node.word")).to_have_count(1)
    expect(ocean.page.locator("ww-map .node.sense")).to_have_count(2)
    expect(node(ocean, "Pacific Ocean")).to_be_visible()


def test_the_legend_names_the_relations_of_the_map_and_no_others(ocean: Chat) -> None:
    lines = ocean.page.locator("ww-map #view .line:not(.sense)")
    drawn = set(lines.evaluate_all("lines => lines.map((line) => line.classList[1])"))
    titles = {command.name: command.title for command in COMMANDS}
    legend = ocean.page.get_by_role("list", name="Legend").get_by_role("listitem")
    named = legend.all_inner_texts()

    assert len(drawn) > 2
    assert named[:2] == ["noun", "adjective"]
    assert sorted(named[2:]) == sorted(titles[relation] for relation in drawn)


@pytest.mark.parametrize(
    "options", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]
)
def test_each_relation_has_a_visible_line_that_no_other_has(
    open_chat: OpenChat, options: dict[str, Any]
) -> None:
    chat = open_map(open_chat, "ocean", **options)
    looks = chat.page.locator("ww-map .legend").evaluate(LOOKS, ["synonyms", *RELATIONS])
    dashes = [look["dash"] for look in looks]
    colours = [tuple(look["line"]) for look in looks]

    assert len(set(dashes)) == len(dashes)
    assert len(set(colours)) == (1 if "forced_colors" in options else len(colours))
    assert min(contrast(look["line"], look["paper"]) for look in looks) >= LEAST_CONTRAST


def test_a_map_of_many_meanings_has_each_part_of_speech_and_says_how_many_it_leaves_out(
    open_chat: OpenChat,
) -> None:
    chat = open_map(open_chat, "run")

    expect(chat.page.locator("ww-map .count")).to_have_text("14 of 57 meanings")
    expect(chat.page.locator("ww-map .node.sense.verb")).to_have_count(12)
    expect(chat.page.locator("ww-map .node.sense.noun text")).to_have_text(["42", "43"])


def test_on_a_phone_every_label_can_be_read_at_once(open_chat: OpenChat) -> None:
    chat = open_map(open_chat, "bank", **PHONE | {"viewport": {"width": 390, "height": 844}})
    frame = box_of(chat.page.locator("ww-map .frame"))
    boxes = [box_of(rect) for rect in chat.page.locator("ww-map .node rect").all()]
    lines = chat.page.locator("ww-map .node.lemma tspan").all()

    assert len(boxes) > 20
    assert all(is_inside(box, frame) for box in boxes)
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert min(box_of(line)["height"] for line in lines) >= SMALLEST_LINE_PX
    expect(chat.page.locator("ww-map .hint")).to_contain_text("Tap a word")


@pytest.mark.parametrize("is_supported", [True, False], ids=["by the browser", "without its help"])
def test_the_map_fills_the_screen_until_escape(open_chat: OpenChat, *, is_supported: bool) -> None:
    chat = open_map(open_chat, "ocean")
    if not is_supported:
        chat.page.evaluate("delete Element.prototype.requestFullscreen")
    word_map = chat.page.locator("ww-map")
    before = box_of(word_map)
    chat.page.get_by_role("button", name="Full screen", exact=True).click()
    leave = chat.page.get_by_role("button", name="Leave full screen")
    expect(leave).to_be_focused()
    screen = chat.page.evaluate("({x: 0, y: 0, width: innerWidth, height: innerHeight})")
    assert box_of(word_map) == screen
    assert word_map.evaluate("map => map.matches(':fullscreen')") is is_supported
    chat.page.keyboard.press("Escape")

    expect(leave).to_have_count(0)
    expect(chat.page.get_by_role("button", name="Full screen", exact=True)).to_be_focused()
    assert box_of(word_map)["width"] == before["width"]


def test_looking_a_word_up_leaves_the_full_screen(ocean: Chat) -> None:
    ocean.page.get_by_role("button", name="Full screen", exact=True).click()
    expect(ocean.page.get_by_role("button", name="Leave full screen")).to_be_visible()
    node(ocean, "hydrosphere").click()
    ocean.page.locator("ww-map .about").get_by_role("button").click()

    ocean.answered(1)
    expect(ocean.page.get_by_role("button", name="Leave full screen")).to_have_count(0)


def test_a_click_expands_a_word(ocean: Chat) -> None:
    before = ocean.page.locator("ww-map .node").count()
    hydrosphere = node(ocean, "hydrosphere")
    expect(hydrosphere).to_have_attribute("aria-expanded", "false")
    hydrosphere.click()

    expect(hydrosphere).to_have_attribute("aria-expanded", "true")
    expect(ocean.page.locator("ww-map .node.sense")).to_have_count(3)
    assert ocean.page.locator("ww-map .node").count() > before


def test_text_and_map_point_at_each_other(ocean: Chat) -> None:
    ocean.page.locator("ww-answer summary").first.click()
    ocean.page.get_by_role("link", name="hydrosphere").hover()
    expect(node(ocean, "hydrosphere")).to_have_class("node lemma noun marked ")
    node(ocean, "hydrosphere").hover()

    expect(ocean.page.get_by_role("link", name="hydrosphere")).to_have_class("word pointed")


def test_keys_alone_can_explore_the_map(ocean: Chat) -> None:
    node(ocean, "ocean").first.focus()
    seen = set()
    for key in ["ArrowRight"] * 3 + ["ArrowDown"] * 3 + ["ArrowLeft"] * 5 + ["ArrowUp"] * 5:
        ocean.page.keyboard.press(key)
        seen.add(ocean.page.locator("ww-map .node:focus").get_attribute("aria-label"))
    view = ocean.page.locator("ww-map #view")
    before = view.get_attribute("transform")
    ocean.page.keyboard.press("+")

    assert len(seen) > 3
    assert view.get_attribute("transform") != before
    expect(ocean.page.locator("ww-map .about")).to_be_visible()
    ocean.page.keyboard.press("0")


def test_closing_the_map_leaves_the_focus_on_its_button(ocean: Chat) -> None:
    button = ocean.page.get_by_role("button", name="Close map")
    button.click()

    expect(ocean.page.locator("ww-map")).to_have_count(0)
    expect(ocean.page.get_by_role("button", name="Word map")).to_be_focused()


def test_the_list_holds_every_word_of_the_map(ocean: Chat) -> None:
    ocean.page.get_by_text("The map as a list").click()
    listed = ocean.page.locator("ww-map .outline").inner_text()
    labels = ocean.page.locator("ww-map .node:not(.sense) text").all_text_contents()

    assert len(labels) > 10
    assert [label for label in labels if label not in listed] == []


def test_the_map_can_be_downloaded_as_svg_with_its_legend(ocean: Chat, tmp_path: Path) -> None:
    legend = ocean.page.locator("ww-map .legend li").all_inner_texts()
    with ocean.page.expect_download() as started:
        ocean.page.get_by_role("button", name="Download SVG").click()
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)
    drawing = ET.parse(path).getroot()  # noqa: S314 - our own file

    assert path.name == "wordwire-ocean.svg"
    texts = ["".join(text.itertext()) for text in drawing.iter(f"{SVG}text")]
    assert {"ocean", "Pacific Ocean"} <= set(texts)
    assert all(rect.get("fill") for rect in drawing.iter(f"{SVG}rect"))
    assert texts[-len(legend) :] == legend
    last = list(drawing.iter(f"{SVG}g"))[-1]
    sign = last.find(f"{SVG}path")
    assert sign is not None
    assert (sign.get("stroke") or "").startswith(("rgb", "oklch", "oklab", "color"))
    top = float(last.get("transform", "").rstrip(")").split()[-1])
    assert top < float(drawing.get("height", "0"))


def test_two_hundred_nodes_move_smoothly(open_chat: OpenChat, figures: Callable[[str], None]) -> None:
    chat = open_chat("/?word=run&command=overview")
    chat.answered(0).get_by_role("button", name="Word map").click()
    nodes = chat.page.locator("ww-map .node")
    expect(nodes).not_to_have_count(0)
    for number in range(12):
        nodes.and_(chat.page.locator(".lemma")).nth(number).dispatch_event("click")
    expect(nodes).to_have_count(MOST_NODES)
    frames = chat.page.evaluate(
        """async () => {
            const times = [];
            await new Promise((done) => {
                let last = performance.now();
                const frame = (now) => {
                    times.push(now - last);
                    last = now;
                    if (times.length < 60) requestAnimationFrame(frame); else done();
                };
                requestAnimationFrame(frame);
            });
            return times.sort((a, b) => a - b);
        }"""
    )

    figures(f"frames with 200 nodes: p50 {frames[30]:.0f} ms, p95 {frames[57]:.0f} ms")
    assert frames[30] <= SMOOTH_FRAME_MS * patience()
