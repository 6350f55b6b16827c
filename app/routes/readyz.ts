import { readiness } from "~/data/readiness.server";

export async function loader() {
  const answer = await readiness();
  return Response.json(answer, {
    status: answer.ready ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
