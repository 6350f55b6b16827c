import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { deskPage } from "~/http/desk.server";
import { whileThere } from "~/http/refusals.server";
import { Desk } from "~/ui/desk";

export function loader(asked: LoaderFunctionArgs) {
  return whileThere(() => deskPage(asked));
}

export default function GroupDesk() {
  return <Desk {...useLoaderData<typeof loader>()} />;
}
