import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { outboxMessages } from "~/data/mail.server";
import { isThisMachine } from "~/http/address.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { Outbox } from "~/ui/outbox";

/**
 * Only on a first look, without a mail server, and only from this very machine: who reads a code can sign in. Elsewhere
 * there is no such page.
 */
export function loader({ request }: LoaderFunctionArgs) {
  const isShown = process.env.OUTBOX === "on" && !process.env.SMTP_URL && isThisMachine(request);
  if (!isShown) throw notFound();
  return { language: languageOf(request), messages: [...outboxMessages()] };
}

export default function OutboxPage() {
  return <Outbox {...useLoaderData<typeof loader>()} />;
}
