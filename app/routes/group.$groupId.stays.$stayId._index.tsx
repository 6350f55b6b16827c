import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { whileThere } from "~/http/refusals.server";
import { stayPage } from "~/http/stay.server";
import { StayPage } from "~/ui/stay-page";

export function loader(asked: LoaderFunctionArgs) {
  return whileThere(() => stayPage(asked));
}

export default function OneStay() {
  return <StayPage {...useLoaderData<typeof loader>()} typed={{}} problem={null} />;
}
