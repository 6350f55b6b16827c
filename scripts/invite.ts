/** npm run invite: lets somebody sign in for an organization's places, or as operator of the server. */
import { invite } from "~/data/people.server";
import { findOrganizations } from "~/data/organizations.server";
import { asOwner, runCommand } from "./data-in/command";
import { only, readArguments } from "./data-in/read-arguments";
import { Refusal } from "./postgres/refusal";

const USAGE = `npm run invite -- --email ana@example.org --name "Ana Ruiz" --organization NAME|ID [--manager]
npm run invite -- --email kim@example.org --name "Kim" --operator

Lets a person sign in at /staff with a code by mail. Who is known already gets this role as well.`;

await runCommand(async () => {
  const { given, files } = readArguments(
    process.argv.slice(2),
    { text: ["email", "name", "organization"] as const, flags: ["manager", "operator"] as const },
    USAGE,
  );
  if (files.length > 0) throw new Refusal(`"${files[0]}" is not understood. Names with blanks need quotes.`);
  const [email, name] = [only(given.email, "--email", USAGE), only(given.name, "--name", USAGE)];
  if (!/^\S+@\S+\.\S+$/.test(email))
    throw new Refusal(`"${email}" is not a mail address like ana@example.org.`);
  if (!given.organization && !given.operator)
    throw new Refusal("Say which organization they belong to with --organization, or --operator.");
  const role = given.manager ? "manager" : "staff";
  await asOwner("npm run invite", async (owner) => {
    const organization =
      given.organization && (await chosen(only(given.organization, "--organization", USAGE)));
    const organizationId = organization ? organization.organizationId : null;
    await invite(owner, { email, name, organizationId, role, isOperator: given.operator !== undefined });
    const what = organization ? `${role} of ${organization.name}` : "operator of this server";
    console.log(`${name} <${email}> may sign in at /staff as ${what}.`);
  });
});

async function chosen(words: string) {
  const all = await findOrganizations();
  const fitting = all.filter(
    ({ organizationId, name }) =>
      String(organizationId) === words || name.toLowerCase().includes(words.toLowerCase()),
  );
  const [one, ...others] = fitting;
  const named = (list: typeof all) => list.map((each) => `${each.organizationId} ${each.name}`).join("\n  ");
  if (!one) throw new Refusal(`No organization is called "${words}". There are:\n  ${named(all)}`);
  if (others.length > 0)
    throw new Refusal(`"${words}" may be any of these: say which by its number.\n  ${named(fitting)}`);
  return one;
}
