import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { setReminders, wantsReminders } from "~/data/reminders.server";
import { languageOf } from "~/http/language.server";
import { requireOwnPage } from "~/http/own-page.server";
import { whileThere } from "~/http/refusals.server";
import { requireStaff } from "~/http/staff.server";
import { Reminders } from "~/ui/reminders";

const fields = z.object({ key: z.uuid(), wanted: z.enum(["yes", "no"]) });

export function loader({ request }: LoaderFunctionArgs) {
  return whileThere(async () => {
    const { name, token } = await requireStaff(request);
    const wanted = await wantsReminders(token);
    return { language: languageOf(request), name, wanted, formKey: randomUUID() };
  });
}

export function action({ request }: ActionFunctionArgs) {
  requireOwnPage(request);
  return whileThere(async () => {
    const { token } = await requireStaff(request);
    const read = fields.safeParse(Object.fromEntries(await request.formData()));
    if (!read.success) return data({ isOld: true }, { status: 400 });
    const { key, wanted } = read.data;
    const { kind } = await setReminders({ key, token, wanted: wanted === "yes" });
    return kind === "set" ? redirect("/staff/reminders") : data({ isOld: true }, { status: 400 });
  });
}

export default function OwnReminders() {
  const said = useActionData<typeof action>();
  return <Reminders {...useLoaderData<typeof loader>()} isOld={said?.isOld ?? false} />;
}
