/** Ridge regression on sparse rows: the weights that tell best, small ones first, which value belongs to which row. */

/** A row's features by number, each with its share. */
export type Row = readonly (readonly [feature: number, share: number])[];

const MOST_STEPS = 40;
const SMALL_ENOUGH = 1e-6;

/** Rows one behind another, so that many sums over them are quick. */
export class Rows {
  readonly #features: number;
  readonly #starts: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #shares: Float64Array;

  constructor(rows: readonly Row[], features: number) {
    this.#features = features;
    this.#starts = new Uint32Array(rows.length + 1);
    rows.forEach((row, i) => {
      this.#starts[i + 1] = (this.#starts[i] ?? 0) + row.length;
    });
    this.#numbers = Uint32Array.from(rows.flatMap((row) => row.map(([number]) => number)));
    this.#shares = Float64Array.from(rows.flatMap((row) => row.map(([, share]) => share)));
  }

  /**
   * The weights of the features with which the sums of the rows come nearest to `values`, while `ridge` times their
   * squares is added to what they miss by. By conjugate gradients: always the same for the same rows.
   */
  weightsFor(values: readonly number[], ridge: number): Float64Array {
    const weights = new Float64Array(this.#features);
    const rest = this.#gathered(Float64Array.from(values));
    const direction = rest.slice();
    let square = product(rest, rest);
    for (let step = 0; step < MOST_STEPS && square > SMALL_ENOUGH; step++) {
      const image = this.#gathered(this.#sums(direction));
      add(image, ridge, direction);
      const far = square / product(direction, image);
      add(weights, far, direction);
      add(rest, -far, image);
      const next = product(rest, rest);
      for (let i = 0; i < direction.length; i++)
        direction[i] = (rest[i] as number) + (next / square) * (direction[i] as number);
      square = next;
    }
    return weights;
  }

  /** Of each row, the sum of its shares, each times what its feature weighs. */
  #sums(weights: Float64Array): Float64Array {
    const [starts, numbers, shares] = [this.#starts, this.#numbers, this.#shares];
    const sums = new Float64Array(starts.length - 1);
    for (let row = 0; row < sums.length; row++) {
      const end = starts[row + 1] as number;
      let sum = 0;
      for (let i = starts[row] as number; i < end; i++)
        sum += (shares[i] as number) * (weights[numbers[i] as number] as number);
      sums[row] = sum;
    }
    return sums;
  }

  /** Of each feature, the sum of its shares, each times the value of its row. */
  #gathered(values: Float64Array): Float64Array {
    const [starts, numbers, shares] = [this.#starts, this.#numbers, this.#shares];
    const sums = new Float64Array(this.#features);
    for (let row = 0; row < values.length; row++) {
      const end = starts[row + 1] as number;
      const value = values[row] as number;
      for (let i = starts[row] as number; i < end; i++) {
        const number = numbers[i] as number;
        sums[number] = (sums[number] as number) + (shares[i] as number) * value;
      }
    }
    return sums;
  }
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Adds to each of `sums` so many times what stands in its place. */
function add(sums: Float64Array, times: number, values: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + times * (values[i] as number);
}
