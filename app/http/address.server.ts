/** The network address a request came from, as the web server wrote it down; nothing a stranger sends. */
const HEADER = "x-client-address";

export function clientAddress(request: Request): string {
  return request.headers.get(HEADER) ?? "unknown";
}

/** Whether the request came from the machine the server runs on, through nobody else. */
export function isThisMachine(request: Request): boolean {
  const isForwarded = request.headers.has("X-Forwarded-For") || request.headers.has("Forwarded");
  return !isForwarded && /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(clientAddress(request));
}
