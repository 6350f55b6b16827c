import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { whileThere } from "~/http/refusals.server";
import { staysPage } from "~/http/stay.server";
import { StaysPage } from "~/ui/stays-page";

export function loader(asked: LoaderFunctionArgs) {
  return whileThere(() => staysPage(asked));
}

export default function Stays() {
  return <StaysPage {...useLoaderData<typeof loader>()} />;
}
