/** Staff at their desks: counts, undo, tonight's word, and each thing the inbox offers; and voices at the door. */
import type { Browser, Form, Page } from "./browser";
import type { ChangeKind, Said } from "./history";
import type { World } from "./world";

const STEPS = ["accept", "arrived", "more-time", "did-not-come", "decline"] as const;

export async function beStaff(world: World, desk: { placeId: number; token: string }): Promise<void> {
  const browser = world.browser();
  browser.cookies.set("__Host-staff", desk.token);
  await world.pause(world.random.next());
  while (!world.isOver) {
    const roll = world.random.next();
    if (roll < 0.45) await useInbox(world, browser, desk.placeId);
    else if (roll < 0.8) await useBoard(world, browser, desk.placeId);
    else if (roll < 0.95) await holdByPhone(world, browser, desk.placeId);
    else await sayTonight(world, browser, desk.placeId);
    await world.pause();
  }
}

/** People at doors, each of an address of their own. */
export async function beVoices(world: World): Promise<void> {
  while (!world.isOver) {
    const browser = world.browser();
    const page = await world.open(browser, `/places/${world.oneOf(world.town.places).placeId}/door`);
    const form = page?.forms.find(({ action }) => action.includes("/door"));
    if (form) {
      // Two voices that say "full" make a count "call first", and nobody could ask for a hold there.
      const fields = { ...form.fields, word: world.chance(0.97) ? "got-in" : "full" };
      await world.send({ browser, kind: "door", form, fields, read: readOkay });
    }
    await world.pause(2);
  }
}

async function useInbox(world: World, browser: Browser, placeId: number): Promise<void> {
  const page = await world.open(browser, `/staff/places/${placeId}/holds`);
  const forms = page?.forms.filter(({ action }) => stepOf(action)) ?? [];
  if (forms.length === 0) return;
  const form = world.oneOf(forms);
  const kind = stepOf(form.action)!;
  const reason = form.choices.find(({ name }) => name === "reason");
  const fields = { ...form.fields, ...(kind === "decline" && reason && { reason: reason.value, words: "" }) };
  await world.send({ browser, kind, form, fields, read: readSaved });
}

function stepOf(action: string): ChangeKind | undefined {
  return STEPS.find((step) => action.endsWith(`/holds/${step}`));
}

async function useBoard(world: World, browser: Browser, placeId: number): Promise<void> {
  const page = await world.open(browser, `/staff/places/${placeId}`);
  const forms = page?.forms.filter(({ action }) => action.endsWith("/count")) ?? [];
  if (forms.length === 0) return;
  await count(world, browser, world.oneOf(forms));
}

/** A tap on one of the form's buttons, or a number typed; where it is asked whether that is right, yes. */
async function count(world: World, browser: Browser, form: Form): Promise<void> {
  const fields = { ...form.fields };
  if ("occupied" in fields) fields.occupied = String(world.random.upTo(5));
  const tapped = form.choices.length > 0 ? world.oneOf(form.choices) : null;
  if (tapped) fields[tapped.name] = tapped.value;
  let asked: Form | undefined;
  const read = (page: Page): Said => {
    if (page.status === 302) return { kind: "done" };
    asked = page.forms.find(({ action }) => action.endsWith("/count"));
    return { kind: "refused", why: page.status === 200 ? "asked whether it is right" : `${page.status}` };
  };
  await world.send({ browser, kind: "count", form, fields, read });
  if (asked && !world.isOver) await count(world, browser, asked);
}

async function holdByPhone(world: World, browser: Browser, placeId: number): Promise<void> {
  const page = await world.open(browser, `/staff/places/${placeId}/holds/phone`);
  const form = page?.forms.find(({ action }) => action.endsWith("/phone"));
  const pool = form?.choices.find(({ name }) => name === "pool");
  if (!form || !pool) return;
  const fields = { ...form.fields, pool: pool.value, adults: "1", children: "6, 9" };
  const read = ({ status, location }: Page): Said => {
    const holdId = /\/holds\/code\/([\da-f-]{36})$/.exec(location ?? "")?.[1];
    return status === 302 && holdId ? { kind: "done", holdId } : { kind: "refused", why: `${status}` };
  };
  await world.send({ browser, kind: "phone", form, fields, read });
}

async function sayTonight(world: World, browser: Browser, placeId: number): Promise<void> {
  const page = await world.open(browser, `/staff/places/${placeId}`);
  const form = page?.forms.find(({ action }) => action.endsWith("/tonight"));
  if (!form) return;
  const fields = { ...form.fields, open: world.chance(0.5) ? "open" : "none" };
  await world.send({ browser, kind: "tonight", form, fields, read: readLed });
}

function readSaved({ status, location }: Page): Said {
  const holdId = new URL(location ?? "/", "http://here").searchParams.get("saved");
  return status === 302 && holdId ? { kind: "done", holdId } : { kind: "refused", why: `${status}` };
}

function readOkay({ status }: Page): Said {
  return status === 200 ? { kind: "done" } : { kind: "refused", why: `${status}` };
}

function readLed({ status }: Page): Said {
  return status === 302 ? { kind: "done" } : { kind: "refused", why: `${status}` };
}
