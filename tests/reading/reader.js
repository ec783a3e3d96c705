// A reading system of the simplest kind around foliate-js: what it does and sees is asked of
// `window.reader` by tests/reading/foliate.py.
import "/foliate-js/view.js";
import { FootnoteHandler } from "/foliate-js/footnotes.js";

const view = document.querySelector("foliate-view");
const dialog = document.querySelector("dialog");
const notes = new FootnoteHandler();
let place = null;
let popup = null;
let arrived = null;

view.addEventListener("relocate", ({ detail }) => {
  place = detail;
  arrived?.();
});
view.addEventListener("link", (event) => {
  popup = null;
  notes.handle(view.book, event)?.catch(console.error);
});
notes.addEventListener("before-render", ({ detail }) => dialog.replaceChildren(detail.view));
notes.addEventListener("render", ({ detail }) => {
  const { doc } = detail.view.renderer.getContents()[0] ?? {};
  const body = (doc ?? detail.target.ownerDocument).body;
  popup = { type: detail.type, hidden: detail.hidden, href: detail.href, text: body.textContent };
  arrived?.();
});

const page = () => view.renderer.getContents()[0];
const name = () => view.book.sections[page().index].id;
const flat = (items, depth = 0) =>
  (items ?? []).flatMap(({ label, href, subitems }) => [
    { label: label?.trim() ?? "", href, depth },
    ...flat(subitems, depth + 1),
  ]);

// Waits for what a click brings: another place, or a popup.
const after = (act) =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("nothing came of it")), 20000);
    arrived = () => {
      arrived = null;
      clearTimeout(late);
      resolve();
    };
    act();
  });

const inView = (range) => {
  const seen = place.range;
  return (
    seen.startContainer.ownerDocument === range.startContainer.ownerDocument &&
    seen.compareBoundaryPoints(Range.END_TO_START, range) < 0 &&
    seen.compareBoundaryPoints(Range.START_TO_END, range) > 0
  );
};

// Characters of the document before a point of it, white space not counted.
const charactersTo = (node, offset) => {
  const range = page().doc.createRange();
  range.selectNodeContents(page().doc.body);
  if (node) range.setEnd(node, offset);
  return range.toString().replace(/\s+/g, "").length;
};

const firstWord = (range) => {
  const { doc } = page();
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const found = /\S+/.exec(text.data);
    if (!found || range.comparePoint(text, found.index) !== 0) continue;
    const word = doc.createRange();
    word.setStart(text, found.index);
    word.setEnd(text, found.index + found[0].length);
    if (word.getClientRects().length) return word;
  }
  return range;
};

const visible = (element) => {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return inView(range);
};

window.reader = {
  async open(url, styles, flow) {
    await view.open(url);
    view.renderer.setAttribute("flow", flow);
    view.renderer.setStyles(styles);
    await view.init({});
  },
  contents: () => flat(view.book.toc),
  pages: () => flat(view.book.pageList),
  landmarks: () => (view.book.landmarks ?? []).map(({ label, type, href }) => ({ label, type, href })),
  sections: () => view.book.sections.map(({ id, linear }) => ({ id, linear })),
  where: () => ({
    section: name(),
    start: charactersTo(place.range?.startContainer, place.range?.startOffset),
    end: charactersTo(place.range?.endContainer, place.range?.endOffset),
    text: place.range?.toString() ?? "",
    contents: place.tocItem?.label?.trim() ?? "",
    page: place.pageItem?.label?.trim() ?? "",
  }),
  atEnd: () => view.renderer.atEnd,
  next: () => view.next(),
  async goTo(href) {
    await view.goTo(href);
  },
  // The text that follows the named element, if the first word of it is in view.
  textAt(id, length) {
    const { doc } = page();
    const element = doc.getElementById(id);
    if (!element) return null;
    const range = doc.createRange();
    range.setStartBefore(element);
    range.setEndAfter(doc.body.lastChild);
    return inView(firstWord(range)) ? range.toString().slice(0, length) : null;
  },
  text: () => page().doc.body.textContent,
  // The elements of the section in view that a selector finds: id, words, where they lead.
  find: (selector) =>
    [...page().doc.querySelectorAll(selector)].map((element, index) => ({
      index,
      id: element.id,
      words: element.textContent,
      href: element.getAttribute("href") ?? "",
    })),
  async click(selector, index) {
    const element = page().doc.querySelectorAll(selector)[index];
    const back = place;
    await after(() => element.click());
    return { popup, moved: place !== back };
  },
  seen: (selector, index) => visible(page().doc.querySelectorAll(selector)[index]),
  document: () => page().doc,
};
document.body.dataset.ready = "yes";
