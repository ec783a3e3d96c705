// Looks at every run of text of a document as it is shown: is it there, is it within the page, does
// it stand out from what is behind it (WCAG 2.2, 1.4.3 and 1.4.10)? Gives the words at fault.
(doc) => {
  const window = doc.defaultView;
  const style = (element) => window.getComputedStyle(element);
  const channels = (colour) => {
    const found = colour.match(/[\d.]+%?/g) ?? [];
    const parts = found.map(Number.parseFloat);
    const [red, green, blue, alpha = 1] = parts;
    const whole = colour.startsWith("color(") ? 1 : 255;
    return parts.length < 3 ? null : { rgb: [red / whole, green / whole, blue / whole], alpha };
  };
  const luminance = ({ rgb }) => {
    const [red, green, blue] = rgb.map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const paper = { rgb: dark ? [17 / 255, 17 / 255, 17 / 255] : [1, 1, 1], alpha: 1 };

  // In a drawing the shape painted last under the middle of the words; elsewhere the nearest
  // ancestor that has a background.
  const behind = (element, middle) => {
    const drawing = element.closest("svg");
    let shape = null;
    for (const each of drawing?.querySelectorAll("rect, path, circle, polygon") ?? []) {
      if (!(each.compareDocumentPosition(element) & window.Node.DOCUMENT_POSITION_FOLLOWING)) break;
      const box = each.getBoundingClientRect();
      const within = box.left < middle.x && middle.x < box.right && box.top < middle.y && middle.y < box.bottom;
      const fill = within ? channels(style(each).fill) : null;
      if (fill && fill.alpha > 0.9 && style(each).fillOpacity > 0.9) shape = fill;
    }
    if (shape) return shape;
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(style(at).backgroundColor);
      if (colour && colour.alpha > 0.9) return colour;
    }
    return paper;
  };
  const meantToBeHidden = (element) =>
    element.closest("[hidden], title, desc, script, style, details:not([open]) > :not(summary)") ||
    style(element).display === "none";
  const opacity = (element) => {
    let whole = 1;
    for (let at = element; at; at = at.parentElement) whole *= Number(style(at).opacity);
    return whole;
  };
  const scrolls = (element) => {
    for (let at = element; at && at !== doc.documentElement; at = at.parentElement) {
      if (/auto|scroll/.test(style(at).overflowX)) return true;
    }
    return false;
  };

  const found = { runs: 0, lost: [], outside: [], faint: [] };
  const { clientWidth: width, clientHeight: height } = doc.documentElement;
  const walker = doc.createTreeWalker(doc.body, window.NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const element = text.parentElement;
    const words = text.data.trim().replace(/\s+/g, " ").slice(0, 60);
    if (!words || meantToBeHidden(element)) continue;
    const range = doc.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    const said = `${words} (${element.closest("[class]")?.getAttribute("class") ?? element.localName})`;
    if (!boxes.length || style(element).visibility !== "visible" || opacity(element) < 0.5) {
      found.lost.push(said);
      continue;
    }
    found.runs += 1;
    // What only a screen reader is to read is one pixel large.
    if (boxes.every((box) => box.width <= 1.5 || box.height <= 1.5)) continue;
    const [box] = boxes;
    if (box.right + window.scrollX <= 1) continue;
    const aside = boxes.some((each) => each.left < -1 || each.right > width + 1);
    const below = boxes.some((each) => each.bottom > height + 1);
    if (below || (aside && !scrolls(element))) found.outside.push(said);
    const { color, fill, fontSize, fontWeight } = style(element);
    const ink = channels(element.closest("svg") ? fill : color);
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    const size = Number.parseFloat(fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const ratio = ink ? contrast(ink, behind(element, middle)) : 1;
    if (ratio < (large ? 3 : 4.5)) found.faint.push(`${ratio.toFixed(2)}: ${said}`);
  }
  return found;
}
