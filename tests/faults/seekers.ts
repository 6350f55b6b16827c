/** Families: each asks for a hold, opens it, says that the bus is late, says its words on another phone, gives it back. */
import type { Browser, Form, Page } from "./browser";
import type { Said } from "./history";
import type { World } from "./world";

const FAMILY = "adults=1&children=6,9&together=1";

/** Until the run is over, one family after another. */
export async function beSeekers(world: World): Promise<void> {
  await world.pause(world.random.next());
  while (!world.isOver) {
    await beFamily(world);
    await world.pause();
  }
}

async function beFamily(world: World): Promise<void> {
  const browser = world.browser();
  for (let tries = 0; tries < 3 && !world.isOver; tries++) {
    const { placeId } = world.oneOf(world.town.places);
    const page = await world.open(browser, `/places/${placeId}/hold?${FAMILY}`);
    const form = page?.forms.find(({ fields }) => fields.pool !== undefined);
    if (form) {
      const fields = { ...form.fields, contact: world.chance(0.3) ? "913-555-0199" : "" };
      const said = await world.send({ browser, kind: "take", form, fields, read: readTaken });
      if (said.kind === "done") return liveWith(world, browser);
    }
    await world.pause(0.5);
  }
}

async function liveWith(world: World, browser: Browser): Promise<void> {
  let holder = browser;
  for (let step = 0; step < 4 && !world.isOver; step++) {
    const page = await world.open(holder, `/hold?${FAMILY}`);
    await world.pause();
    if (!page) continue;
    const late = formTo(page, "/hold/late");
    const cancel = formTo(page, "/hold/cancel");
    if (!cancel) return;
    const roll = world.random.next();
    if (roll < 0.35 && late) await sayLate(world, holder, late);
    else if (roll < 0.6) holder = (await onAnotherPhone(world, page)) ?? holder;
    else if (roll < 0.8) return giveBack(world, holder, cancel);
  }
}

async function sayLate(world: World, browser: Browser, form: Form): Promise<void> {
  const { name, value } = world.oneOf(form.choices);
  await world.send({
    browser,
    kind: "late",
    form,
    fields: { ...form.fields, [name]: value },
    read: readLate,
  });
}

async function giveBack(world: World, browser: Browser, form: Form): Promise<void> {
  // The answer only leads to the hold's page, which says how it is.
  const read = async (): Promise<Said> => {
    const page = await world.open(browser, `/hold?${FAMILY}`);
    if (page === null) return { kind: "unknown", why: "away" };
    const shown = formTo(page, "/hold/cancel");
    return shown?.fields.hold === form.fields.hold
      ? { kind: "refused", why: "it still stands" }
      : { kind: "over" };
  };
  await world.send({ browser, kind: "cancel", form, fields: form.fields, read });
}

/** The five words, typed on a phone that never saw the hold. */
async function onAnotherPhone(world: World, page: Page): Promise<Browser | null> {
  const [, list = ""] = /<ol class="code-words">([^]*?)<\/ol>/.exec(page.html) ?? [];
  const code = [...list.matchAll(/<li[^>]*>([^<]+)<\/li>/g)].map(([, word]) => word).join(" ");
  const browser = world.browser();
  const asked = await world.open(browser, "/hold/code");
  const form = asked && formTo(asked, "/hold/code");
  if (!form || code === "") return null;
  const opened = await world.sayCode(browser, form.action, code);
  return opened ? browser : null;
}

function formTo(page: Page, path: string): Form | undefined {
  return page.forms.find(({ action }) => action.split("?")[0] === path);
}

function readTaken({ status, location }: Page): Said {
  if (status === 302 && location?.startsWith("/hold")) return { kind: "done" };
  return { kind: "refused", why: `${status}` };
}

function readLate({ status, location }: Page): Said {
  const said = new URL(location ?? "/", "http://here").searchParams.get("late");
  if (status === 302 && said === "extended") return { kind: "done" };
  return { kind: "refused", why: said ?? "over" };
}
