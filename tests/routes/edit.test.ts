import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { findPlace } from "~/data/places.server";
import { action as edit, loader as form } from "~/routes/staff.places.$placeId.edit.$part";
import { loader as home } from "~/routes/staff.places.$placeId.edit._index";
import { testDatabase } from "../support/database";
import { askHandler, type AskedAs } from "../support/handlers";
import { seedPlace, seedRegion, seedStaff } from "../support/seeds";

const database = testDatabase();
let hopeHouse: number;
let elsewhere: number;
let manager: string;
let staff: string;

beforeAll(async () => {
  const { owner } = database;
  const regionId = await seedRegion(owner);
  ({ placeId: hopeHouse } = await seedPlace(owner, regionId, { key: "hope-house" }));
  ({ placeId: elsewhere } = await seedPlace(owner, regionId, { key: "elsewhere" }));
  ({ token: manager } = await seedStaff(owner, hopeHouse, { role: "manager" }));
  ({ token: staff } = await seedStaff(owner, hopeHouse, { name: "Ben" }));
});

type Asked = Partial<AskedAs> & { part?: string };
const ask = (handler: unknown, { part = "words", ...asked }: Asked = {}) =>
  askHandler(handler, { by: manager, placeId: hopeHouse, params: { part }, ...asked });

const fresh = async (part = "words") => {
  const { data } = await ask(form, { part });
  const { formKey: key, seenAs: seen, typed } = (data as { fresh: Record<string, never> }).fresh;
  return { key, seen, ...(typed as Record<string, string>) };
};
const phone = async () => (await findPlace(hopeHouse))!.place.phone;

describe.each<[string, unknown, Record<string, string>?]>([
  ["what people read", home],
  ["the form", form],
  ["a change", edit, { key: randomUUID(), seen: "0".repeat(32), step: "save", phone: "816-555-0100" }],
])("%s", (_name, handler, sent) => {
  test("is nobody's who has not signed in", async () => {
    expect(await ask(handler, { by: "nobody", form: sent })).toMatchObject({
      status: 302,
      to: "/staff/sign-in",
    });
  });

  test("is not there for staff, and for managers of another place", async () => {
    expect(await ask(handler, { by: staff, form: sent })).toMatchObject({ status: 404 });
    expect(await ask(handler, { placeId: elsewhere, form: sent })).toMatchObject({ status: 404 });
    expect(await phone()).toBeNull();
  });
});

test("a change sent from another site is refused, and a part that is none is not there", async () => {
  expect(await ask(edit, { form: await fresh(), site: "cross-site" })).toMatchObject({ status: 403 });
  expect(await ask(form, { part: "password" })).toMatchObject({ status: 404 });
});

test("what cannot be read is told, with all that was typed, and changes nothing", async () => {
  const sent = { ...(await fresh()), step: "save", phone: "call us", "rules-en": "Quiet after ten." };
  expect(await ask(edit, { form: sent })).toMatchObject({
    status: 400,
    data: {
      problems: [{ field: "phone", problem: "phone" }],
      typed: { phone: "call us", "rules-en": "Quiet after ten." },
      seen: null,
    },
  });
  expect((await findPlace(hopeHouse))!.place.rules).toBeNull();
});

test("a change is seen first, in the words it will be read in, and saved only then", async () => {
  const sent = { ...(await fresh()), phone: "816-555-0100", "about-en": "Rooms.", "about-es": "Cuartos." };
  const { status, data } = await ask(edit, { form: { ...sent, step: "see" } });
  expect({ status, data }).toMatchObject({
    status: 200,
    data: { seen: { place: { phone: "816-555-0100", about: { en: "Rooms.", es: "Cuartos." } } } },
  });
  expect(await phone()).toBeNull();
  expect(await ask(edit, { form: { ...sent, step: "save" } })).toMatchObject({
    status: 302,
    to: `/staff/places/${hopeHouse}/edit?saved`,
  });
  expect(await phone()).toBe("816-555-0100");
  const { data: seen } = await ask(home);
  expect(seen).toMatchObject({ edits: [{ part: "words", who: "Ana" }], saved: false });
});

test("of two who edit at once the second is told, keeps what was typed, and can save it then", async () => {
  const [first, second] = [await fresh(), await fresh()];
  await ask(edit, { form: { ...first, step: "save", "rules-en": "First." } });
  const sent = { ...second, step: "save", "rules-en": "Second." };
  const { status, data } = await ask(edit, { form: sent });
  expect({ status, data }).toMatchObject({
    status: 409,
    data: { trouble: "movedOn", typed: { "rules-en": "Second." } },
  });
  const { seenAs, formKey } = data as { seenAs: string; formKey: string };
  expect(await ask(edit, { form: { ...sent, seen: seenAs, key: formKey } })).toMatchObject({ status: 302 });
  expect((await findPlace(hopeHouse))!.place.rules).toEqual({ en: "Second." });
});

test("a form that changes nothing says so, and one that is none of ours is told as too old", async () => {
  expect(await ask(edit, { form: { ...(await fresh()), step: "see" } })).toMatchObject({
    status: 200,
    data: { trouble: "same" },
  });
  expect(await ask(edit, { form: { phone: "1" } })).toMatchObject({
    status: 400,
    data: { trouble: "oldForm" },
  });
});
