/** A child process that loads nothing: what memory there is before any feed. */
import { inChild, keptMb } from "./in-child";

await inChild(async () => ({ rssMb: await keptMb() }));
