// @ts-check
// A list of any length: only the rows in view are in the document. It is one grid
// for a screen reader, which hears the number of all rows and the place of each; the
// focus stays on the grid, and aria-activedescendant names the row at hand.

/**
 * @template T
 * @typedef {{draw: (item: T, index: number) => HTMLElement[], mark?: (item: T, row: HTMLElement) => void, select: (item: T | undefined, index: number) => void}} Faces
 * draw gives the cells of a row; mark says more of it; select is told of the row at hand
 */

/** Browsers lay out boxes up to some 17 million pixels; above this the bar is scaled. */
const tallest = 12_000_000;
const spare = 6; // rows drawn above and below those in view

/**
 * @template T
 * @param {HTMLElement} grid with a head [role=row] and a [role=rowgroup] for the rows, which it scrolls
 * @param {Faces<T>} faces
 */
export function openGrid(grid, { draw, mark, select }) {
  const body = /** @type {HTMLElement} */ (grid.querySelector(".grid-body"));
  const head = /** @type {HTMLElement} */ (grid.querySelector(".grid-head"));
  /** @type {T[]} */
  let items = [];
  let at = -1;
  let height = 0; // of a row, as the style sheet says it

  const room = () => Math.max(0, grid.clientHeight - head.offsetHeight);
  const whole = () => items.length * height;
  const shown = () => Math.min(whole(), tallest);
  /** How far the list is scrolled, were it as tall as it is. */
  const scrolled = () => {
    const most = shown() - room();
    return most > 0 ? (grid.scrollTop / most) * (whole() - room()) : 0;
  };

  function render() {
    height = parseFloat(getComputedStyle(grid).getPropertyValue("--row")) * parseFloat(getComputedStyle(document.documentElement).fontSize);
    body.style.blockSize = `${shown()}px`;
    const top = scrolled();
    const first = Math.max(0, Math.floor(top / height) - spare);
    const last = Math.min(items.length, Math.ceil((top + room()) / height) + spare);
    const off = Math.min(grid.scrollTop, Math.max(0, shown() - room())) - top; // where the bar is scaled
    const rows = [];
    for (let i = first; i < last; i++) rows.push(row(i, i * height + off));
    if (at >= 0 && at < items.length && (at < first || at >= last)) rows.push(row(at, at * height + off)); // named by the grid
    body.replaceChildren(...rows);
    if (at >= 0) grid.setAttribute("aria-activedescendant", `row-${at}`);
    else grid.removeAttribute("aria-activedescendant");
  }

  /** @param {number} i @param {number} top */
  function row(i, top) {
    const e = document.createElement("div");
    e.className = "grid-row";
    e.id = `row-${i}`;
    e.setAttribute("role", "row");
    e.setAttribute("aria-rowindex", String(i + 2));
    e.setAttribute("aria-selected", String(i === at));
    e.dataset.index = String(i);
    e.style.insetBlockStart = `${top}px`;
    for (const cell of draw(items[i], i)) {
      cell.setAttribute("role", "gridcell");
      e.append(cell);
    }
    mark?.(items[i], e);
    return e;
  }

  /** Goes to a row, and not past the ends. @param {number} to */
  function go(to) {
    if (!items.length) return;
    at = Math.max(0, Math.min(items.length - 1, to));
    const top = scrolled(), ratio = whole() > shown() ? (shown() - room()) / (whole() - room()) : 1;
    if (at * height < top) grid.scrollTop = at * height * ratio;
    else if ((at + 1) * height > top + room()) grid.scrollTop = ((at + 1) * height - room()) * ratio;
    render();
    select(items[at], at);
  }

  let asked = false;
  const soon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; render(); });
  };
  grid.addEventListener("scroll", soon, { passive: true });
  new ResizeObserver(soon).observe(grid);
  body.addEventListener("click", (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target).closest(".grid-row");
    if (pressed instanceof HTMLElement) go(Number(pressed.dataset.index));
  });

  return {
    /** Shows other rows. The one at hand stays so; where it is gone, the first takes its place, or with stay the one that stands there now. @param {T[]} list */
    show(list, stay = false) {
      const before = items[at], was = at;
      items = list;
      grid.setAttribute("aria-rowcount", String(items.length + 1));
      at = before === undefined ? -1 : items.indexOf(before);
      if (at >= 0 || !items.length) {
        render();
        select(items[at], at);
        return;
      }
      if (!stay) grid.scrollTop = 0;
      render();
      go(stay ? was : 0);
    },
    element: grid,
    go,
    /** @param {number} by */
    move: (by) => go(at + by),
    /** @param {number} pages */
    page: (pages) => go(at + pages * Math.max(1, Math.floor(room() / height) - 1)),
    end: () => go(items.length - 1),
    render,
    get at() { return at; },
    get item() { return items[at]; },
    get items() { return items; },
  };
}
