/** Tiles of another server, kept here: each is asked for once a week at most, by two connections at most. */
import type { KeptTile, KeptTiles } from "~/data/tiles/kept-tiles.server";
import { etagOf } from "~/data/tiles/picture.server";
import type { Tile, TileAnswer } from "~/data/tiles/tile.server";
import { askUpstream, type Said, type Upstream } from "~/data/tiles/upstream.server";

const MOST_CONNECTIONS = 2;

// A full screen asks for about 20 tiles; who comes after 100 waiting ones is better told to come back.
const MOST_WAITING = 100;

const NONE_FOR_S = 600;
const BROKEN_FOR_S = 60;
const BUSY_FOR_S = 2;
const MOST_REMEMBERED = 5_000;

const BROKEN_IN_A_ROW = 3;

// A tile shown past its date, because the source cannot be asked, is asked for again soon.
const STALE_FRESH_S = 300;

type Remembered = { answer: TileAnswer; until: number };

/** `clock` is milliseconds since 1970. */
export class TileProxy {
  readonly #underWay = new Map<string, Promise<TileAnswer>>();
  readonly #remembered = new Map<string, Remembered>();
  readonly #slots = connections(MOST_CONNECTIONS, MOST_WAITING);
  #pausedUntil = 0;
  #brokenInARow = 0;

  constructor(
    readonly upstream: Upstream,
    readonly kept: KeptTiles,
    readonly clock: () => number = Date.now,
  ) {}

  tileAt(tile: Tile): Promise<TileAnswer> {
    const key = `${tile.z}/${tile.x}/${tile.y}`;
    const asked =
      this.#underWay.get(key) ?? this.#answer(tile, key).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, asked);
    return asked;
  }

  async #answer(tile: Tile, key: string): Promise<TileAnswer> {
    const known = await this.kept.find(tile);
    const freshMs = known ? known.freshUntil - this.clock() : 0;
    if (known && freshMs > 0) return pictureOf(known, freshMs / 1000);

    const fresh = this.#refusal(key) ?? (await this.#ask(tile, key, known));
    return fresh.kind !== "picture" && known ? pictureOf(known, STALE_FRESH_S) : fresh;
  }

  /** Why the source is not to be asked now, if so. */
  #refusal(key: string): TileAnswer | undefined {
    const now = this.clock();
    const before = this.#remembered.get(key);
    if (before && before.until > now) return before.answer;
    return this.#pausedUntil > now ? later((this.#pausedUntil - now) / 1000) : undefined;
  }

  async #ask(tile: Tile, key: string, known: KeptTile | undefined): Promise<TileAnswer> {
    const answer = await this.#slots.use(async () => {
      // Those before it in the queue may have been refused.
      const refusal = this.#refusal(key);
      return refusal ?? this.#heard(await askUpstream(this.upstream, tile, known ?? null), tile, key, known);
    });
    return answer ?? later(BUSY_FOR_S);
  }

  async #heard(said: Said, tile: Tile, key: string, known: KeptTile | undefined): Promise<TileAnswer> {
    const now = this.clock();
    this.#brokenInARow = said.kind === "broken" ? this.#brokenInARow + 1 : 0;
    switch (said.kind) {
      case "picture": {
        const { bytes, type } = said;
        const freshUntil = now + said.freshS * 1000;
        return this.#keep(tile, { bytes, type, etag: etagOf(bytes), ...said.known, freshUntil });
      }
      case "same":
        return known
          ? this.#keep(tile, { ...known, freshUntil: now + said.freshS * 1000 })
          : { kind: "none" };
      case "none":
        return this.#remember(key, { kind: "none" }, NONE_FOR_S);
      case "refused":
        this.#pausedUntil = now + said.pauseS * 1000;
        return later(said.pauseS);
      case "broken":
        if (this.#brokenInARow >= BROKEN_IN_A_ROW) this.#pausedUntil = now + BROKEN_FOR_S * 1000;
        return this.#remember(key, later(BROKEN_FOR_S), BROKEN_FOR_S);
    }
  }

  async #keep(tile: Tile, picture: KeptTile): Promise<TileAnswer> {
    // What cannot be kept must not be asked for at every look: the source is left alone for a while.
    await this.kept.keep(tile, picture).catch(() => {
      this.#pausedUntil = this.clock() + NONE_FOR_S * 1000;
    });
    return pictureOf(picture, (picture.freshUntil - this.clock()) / 1000);
  }

  #remember(key: string, answer: TileAnswer, forS: number): TileAnswer {
    this.#remembered.delete(key);
    this.#remembered.set(key, { answer, until: this.clock() + forS * 1000 });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    return answer;
  }
}

function pictureOf({ bytes, type, etag }: KeptTile, freshS: number): TileAnswer {
  return { kind: "picture", picture: { bytes, type, etag, freshS: Math.floor(freshS) } };
}

function later(afterS: number): TileAnswer {
  return { kind: "later", afterS: Math.ceil(afterS) };
}

/** At most `most` uses at once, the others in turn; null for who finds `mostWaiting` before them. */
function connections(most: number, mostWaiting: number) {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return {
    async use<T>(work: () => T | Promise<T>): Promise<T | null> {
      if (busy >= most) {
        if (waiting.length >= mostWaiting) return null;
        await new Promise<void>((turn) => waiting.push(turn));
      } else busy++;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else busy--;
      }
    },
  };
}
