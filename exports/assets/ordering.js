/**
 * The order of boxes and gaps within rows. The same algorithm as `ordering.py`; a test holds the two together. Invariant:
 * the result depends on the order of the input alone.
 *
 * @typedef {{row: number, width: number, height: number, box: number, net: number, port: number, at: number, x: number,
 *   near: Cell[][]}} Cell
 */
/** @param {Cell[]} row */
export function numberRow(row) {
  row.forEach((cell, at) => { cell.at = at; });
}

/** Order each row by the places of its neighbours; keep the order with the fewest crossings. @param {Cell[][]} rows */
export function orderRows(rows) {
  let best = rows.map((row) => [...row]);
  let fewest = crossings(rows);
  for (let sweep = 0; sweep < 8; sweep += 1) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : [...rows].reverse()) {
      const size = new Map(row.map((cell) => [cell, middleOf(cell, down ? 0 : 1)]));
      row.sort((a, b) => (size.get(a) ?? 0) - (size.get(b) ?? 0) || a.at - b.at);
      numberRow(row);
    }
    swapNeighbours(rows);
    const count = crossings(rows);
    if (count < fewest) {
      best = rows.map((row) => [...row]);
      fewest = count;
    }
  }
  rows.forEach((row, index) => {
    row.splice(0, row.length, ...best[index]);
    numberRow(row);
  });
}

/** @param {Cell} cell @param {number} side */
function middleOf(cell, side) {
  const near = cell.near[side].length ? cell.near[side] : cell.near[1 - side];
  return near.length ? near.reduce((sum, other) => sum + other.at, 0) / near.length : cell.at;
}

/** How often straight lines between neighbouring rows would cross. @param {Cell[][]} rows */
function crossings(rows) {
  let count = 0;
  for (const row of rows) {
    const ends = row.flatMap((cell) => cell.near[1].map((lower) => lower.at).sort((a, b) => a - b));
    for (let i = 0; i < ends.length; i += 1) {
      for (let j = i + 1; j < ends.length; j += 1) if (ends[j] < ends[i]) count += 1;
    }
  }
  return count;
}

/** Let neighbours of a row change places where fewer lines cross so. @param {Cell[][]} rows */
function swapNeighbours(rows) {
  for (let pass = 0; pass < 6; pass += 1) {
    let moved = false;
    for (const row of rows) {
      for (let i = 0; i + 1 < row.length; i += 1) {
        const [left, right] = [row[i], row[i + 1]];
        if (crossed(left, right) > crossed(right, left)) {
          [row[i], row[i + 1]] = [right, left];
          [right.at, left.at] = [i, i + 1];
          moved = true;
        }
      }
    }
    if (!moved) return;
  }
}

/** How often the lines of two neighbours cross. @param {Cell} left @param {Cell} right */
function crossed(left, right) {
  let count = 0;
  for (const side of [0, 1]) {
    for (const a of left.near[side]) for (const b of right.near[side]) if (a.at > b.at) count += 1;
  }
  return count;
}
