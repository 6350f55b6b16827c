import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { STAY_CHANGES, type StayChange } from "~/domain/stay-sheet";
import { requireOwnPage } from "~/http/own-page.server";
import { notFound, whileThere } from "~/http/refusals.server";
import { changeStayBy } from "~/http/stay-changes.server";
import { requireStay, stayPage } from "~/http/stay.server";
import { StayPage } from "~/ui/stay-page";

// After a change the page is shown where it was made.
const SHOWN: Partial<Record<StayChange, string>> = {
  accept: "#money",
  back: "#money",
  paid: "#money",
  payout: "#money",
  decide: "#money",
  refund: "#money",
};

// Read after the action too: the stay as it is then, with what was typed.
export function loader(asked: LoaderFunctionArgs) {
  changeCalled(asked.params.change);
  return whileThere(() => stayPage(asked));
}

export function action({ request, params }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const change = changeCalled(params.change);
    const { inGroup, stay } = await requireStay(request, params);
    const answer = await changeStayBy(change, await request.formData(), {
      token: inGroup.staff.token,
      stay,
    });
    switch (answer.kind) {
      case "done":
        return redirect(`/group/${params.groupId}/stays/${stay.stayId}?done=${change}${SHOWN[change] ?? ""}`);
      case "gone":
        throw notFound();
      case "refused": {
        const problem = { change, why: answer.problem };
        return data({ typed: answer.typed, problem }, { status: 409 });
      }
    }
  });
}

function changeCalled(called = ""): StayChange {
  const change = STAY_CHANGES.find((each) => each === called);
  if (!change) throw notFound();
  return change;
}

export default function ChangedStay() {
  const said = useActionData<typeof action>();
  return (
    <StayPage {...useLoaderData<typeof loader>()} typed={said?.typed ?? {}} problem={said?.problem ?? null} />
  );
}
