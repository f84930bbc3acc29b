/** How finely an edge is smoothed: coverage in sevenths. */
const LEVELS = 7;
/** A chord may leave its curve by so many pixels. */
const TOLERANCE = 0.08;

/** Draws outlines in pixels, y downwards. */
export interface Pen {
  /** Begins a contour; it is closed by what ends it. */
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  /** A quadratic curve by its control point and its end. */
  curveTo(controlX: number, controlY: number, x: number, y: number): void;
}

/**
 * A picture of few colours in one byte a pixel. Under everything is a ground of some grades, from none to full; on it
 * stands at most one ink a pixel, in some degree of coverage. Contours that turn the other way are holes.
 */
export interface Canvas extends Pen {
  readonly width: number;
  readonly height: number;
  /**
   * Rows as a PNG has them: a 0 for "not filtered", then the pixels. A pixel is
   * `grade * stride + (coverage === 0 ? 0 : ink * LEVELS + coverage)`.
   */
  readonly rows: Uint8Array;
  /** Fills the contours drawn since the last time with the ground's full grade. */
  fillGround(): void;
  /** … or with one of the inks, by its number. */
  fillInk(ink: number): void;
}

/** How many values a pixel may have. */
export interface Palette {
  /** Of the ground, besides none. */
  readonly grades: number;
  readonly inks: number;
}

/** The colour of each value that a pixel may have, grade by grade: how far the ground goes, which ink, how much of it. */
export function coloursOf<T>(
  { grades, inks }: Palette,
  mix: (ground: number, ink: number, coverage: number) => T,
): T[] {
  const stride = 1 + inks * LEVELS;
  return Array.from({ length: (grades + 1) * stride }, (_, value) => {
    const over = (value % stride) - 1;
    const ground = Math.floor(value / stride) / grades;
    return over < 0
      ? mix(ground, 0, 0)
      : mix(ground, Math.floor(over / LEVELS), ((over % LEVELS) + 1) / LEVELS);
  });
}

/**
 * `(grades + 1) * (1 + inks * LEVELS)` may not be more than 256. What is called for each point and each row is written
 * plainly and keeps its numbers in arrays: it runs a few times only, so mostly it is not optimised.
 */
export function createCanvas(width: number, height: number, { grades, inks }: Palette): Canvas {
  const stride = 1 + inks * LEVELS;
  if ((grades + 1) * stride > 256) throw new Error('More colours than a byte can name.');
  const rows = new Uint8Array((width + 1) * height);
  // Of each row, by how much the coverage changes at a pixel, and which pixels that are: most of a picture is neither.
  const length = width + 2;
  const words = (length + 31) >> 5;
  const changes = new Float32Array(length * height);
  const marks = new Int32Array(words * height);
  const touched = Int32Array.of(height, 0);
  /** Where the contour began, and where the pen is. */
  const pen = new Float64Array(4);

  const add = (y: number, x: number, change: number): void => {
    const place = y * length + x;
    changes[place] = (changes[place] ?? 0) + change;
    const word = y * words + (x >> 5);
    marks[word] = (marks[word] ?? 0) | (1 << (x & 31));
  };

  /** One row's part of an edge: it covers `extent` of the row, downwards or (below 0) upwards, from `a` to `b`. */
  const cross = (y: number, a: number, b: number, extent: number): void => {
    const from = Math.min(Math.max(Math.min(a, b), 0), width);
    const to = Math.min(Math.max(Math.max(a, b), 0), width);
    const first = Math.floor(from);
    const end = Math.ceil(to);
    if (end <= first + 1) {
      const left = (from + to) / 2 - first;
      add(y, first, extent * (1 - left));
      add(y, first + 1, extent * left);
      return;
    }
    // What lies right of the edge grows from pixel to pixel by the area of the trapezium within each.
    const slope = 1 / (to - from);
    let before = 0;
    let covered = 0;
    for (let x = first; x < end; x++) {
      const right = x + 1;
      const area = right >= to ? right - (from + to) / 2 : ((right - from) * (right - from) * slope) / 2;
      add(y, x, extent * (area - before - covered));
      covered = area - before;
      before = area;
    }
    add(y, end, extent * (1 - covered));
  };

  const edge = (fromX: number, fromY: number, toX: number, toY: number): void => {
    if (fromY === toY) return;
    const isDown = fromY < toY;
    const slope = (toX - fromX) / (toY - fromY);
    const y0 = isDown ? fromY : toY;
    const y1 = isDown ? toY : fromY;
    const x0 = isDown ? fromX : toX;
    const first = Math.max(0, Math.floor(y0));
    const end = Math.min(height, Math.ceil(y1));
    touched[0] = Math.min(touched[0] ?? 0, first);
    touched[1] = Math.max(touched[1] ?? 0, end);
    for (let y = first; y < end; y++) {
      const upper = Math.max(y, y0);
      const lower = Math.min(y + 1, y1);
      const extent = isDown ? lower - upper : upper - lower;
      cross(y, x0 + (upper - y0) * slope, x0 + (lower - y0) * slope, extent);
    }
  };

  const lineTo = (x: number, y: number): void => {
    edge(pen[2] ?? 0, pen[3] ?? 0, x, y);
    pen[2] = x;
    pen[3] = y;
  };

  const moveTo = (x: number, y: number): void => {
    lineTo(pen[0] ?? 0, pen[1] ?? 0);
    pen[0] = pen[2] = x;
    pen[1] = pen[3] = y;
  };

  /** Calls `paint` for every run of pixels that are covered alike, and forgets the contours. */
  const sweep = (paint: (from: number, to: number, coverage: number) => void): void => {
    moveTo(0, 0);
    const bottom = touched[1] ?? 0;
    for (let y = touched[0] ?? 0; y < bottom; y++) {
      const row = y * (width + 1) + 1;
      let x = 0;
      let sum = 0;
      for (let word = 0; word < words; word++) {
        let bits = marks[y * words + word] ?? 0;
        if (bits === 0) continue;
        marks[y * words + word] = 0;
        while (bits !== 0) {
          const next = (word << 5) + 31 - Math.clz32(bits & -bits);
          bits &= bits - 1;
          const coverage = Math.round(Math.min(Math.abs(sum), 1) * LEVELS);
          if (coverage > 0) paint(row + x, row + Math.min(next, width), coverage);
          sum += changes[y * length + next] ?? 0;
          changes[y * length + next] = 0;
          x = next;
        }
      }
    }
    touched[0] = height;
    touched[1] = 0;
  };

  return {
    width,
    height,
    rows,
    moveTo,
    lineTo,
    curveTo(controlX, controlY, x, y) {
      const fromX = pen[2] ?? 0;
      const fromY = pen[3] ?? 0;
      const bend = Math.abs(fromX - 2 * controlX + x) + Math.abs(fromY - 2 * controlY + y);
      const steps = Math.ceil(Math.sqrt(bend / (4 * TOLERANCE)));
      for (let step = 1; step < steps; step++) {
        const t = step / steps;
        const a = (1 - t) * (1 - t);
        const b = 2 * t * (1 - t);
        lineTo(a * fromX + b * controlX + t * t * x, a * fromY + b * controlY + t * t * y);
      }
      lineTo(x, y);
    },
    fillGround() {
      sweep((from, to, coverage) => {
        rows.fill(Math.round((coverage / LEVELS) * grades) * stride, from, to);
      });
    },
    fillInk(ink) {
      const none = ink * LEVELS;
      sweep((from, to, coverage) => {
        for (let at = from; at < to; at++) {
          const pixel = rows[at] ?? 0;
          const before = pixel % stride;
          if (before < none + coverage || before > none + LEVELS) rows[at] = pixel - before + none + coverage;
        }
      });
    },
  };
}
