/** Alive: the process answers. It asks nobody, so that a database away does not get the process killed. */
export function loader() {
  return new Response("ok\n", {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
