/**
 * The answer to a list, made once for all who ask the same in the same second and sent to each as the same bytes: times are
 * told in whole seconds, so one made anew would not differ. What changes a list ends the answers it is in at once. Searches
 * are private: they are in memory for that second alone, and nowhere else.
 */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Undefined where nobody could begin with it. */
type Make = (request: Request) => Promise<Response | undefined>;
export type Noting = <Made>(make: () => Made) => { answer: Made; isCurrent: () => boolean };
export type Packing = "br" | "gzip" | "identity";
export type Answer = {
  status: number;
  headers: [string, string][];
  body: Buffer;
  packed(packing: Packing): Promise<Buffer>;
};
type Kept = { answer: Promise<Answer | undefined>; isCurrent: () => boolean };

const SECOND_MS = 1_000;
const LIMITS = { answers: 500, bytes: 32 * 1024 * 1024 };
// As the compression of every other answer.
const PACK_FROM_BYTES = 512;
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export class KeptAnswers {
  readonly #make: Make;
  readonly #noting: Noting;
  readonly #quality: number;
  readonly #limits: typeof LIMITS;
  readonly #kept = new Map<string, Kept>();
  #second = -1;
  #bytes = 0;

  constructor(make: Make, noting: Noting, { brotliQuality = 6, limits = LIMITS } = {}) {
    this.#make = make;
    this.#noting = noting;
    this.#quality = brotliQuality;
    this.#limits = limits;
  }

  /** For requests of equal keys, which must be equal. */
  to({ key, request }: { key: string; request: () => Request }): Promise<Answer | undefined> {
    this.#turnSecond();
    const known = this.#kept.get(key);
    if (known?.isCurrent()) return known.answer;
    const { answer: made, isCurrent } = this.#noting(() => this.#answerTo(request()));
    if (this.#kept.size >= this.#limits.answers && !known) return made;
    const kept: Kept = { answer: made.then((answer) => this.#weighed(key, answer)), isCurrent };
    this.#kept.set(key, kept);
    kept.answer.catch(() => this.#kept.get(key) === kept && this.#kept.delete(key));
    return kept.answer;
  }

  get size(): number {
    return this.#kept.size;
  }

  #turnSecond(): void {
    const second = Math.floor(Date.now() / SECOND_MS);
    if (second === this.#second) return;
    this.#second = second;
    this.#forget();
    // Whether or not somebody asks again.
    setTimeout(() => second === this.#second && this.#forget(), SECOND_MS).unref();
  }

  #forget(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }

  /** Only a whole answer is kept, and not more than there is room for. */
  #weighed(key: string, answer: Answer | undefined): Answer | undefined {
    this.#bytes += answer?.body.length ?? 0;
    if (answer?.status !== 200 || this.#bytes > this.#limits.bytes) this.#kept.delete(key);
    return answer;
  }

  async #answerTo(request: Request): Promise<Answer | undefined> {
    const made = await this.#make(request);
    if (!made) return undefined;
    const body = Buffer.from(await made.arrayBuffer());
    const packings = new Map<Packing, Promise<Buffer>>([["identity", Promise.resolve(body)]]);
    const packed = (packing: Packing) => {
      const known = packings.get(packing) ?? this.#pack(body, packing);
      packings.set(packing, known);
      return known;
    };
    return { status: made.status, headers: [...made.headers], body, packed };
  }

  #pack(body: Buffer, packing: Packing): Promise<Buffer> {
    const params = { [constants.BROTLI_PARAM_QUALITY]: this.#quality };
    return packing === "br" ? brotli(body, { params }) : gzipped(body);
  }
}

export function packingFor(body: Buffer, accepts: (packing: Packing) => boolean): Packing {
  if (body.length < PACK_FROM_BYTES) return "identity";
  return (["br", "gzip"] as const).find(accepts) ?? "identity";
}
