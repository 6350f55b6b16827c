import { expect, test } from "vitest";
import { namesOnScreen } from "~/domain/tablet";

const person = (name: string, personId = 1) => ({ personId, name, needsMail: false });

test("a locked tablet shows first names, and whole ones where two people share the first", () => {
  const shown = namesOnScreen([
    person("Ana Ruiz", 1),
    person("Ben  Cole", 2),
    person("Ana Paz", 3),
    person("Kim", 4),
  ]);
  expect(shown.map(({ name }) => name)).toEqual(["Ana Ruiz", "Ben", "Ana Paz", "Kim"]);
});
