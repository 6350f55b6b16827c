/** What an answer was made of, noted while it is made: whoever keeps the answer asks whether that is still how it is. */
import { AsyncLocalStorage } from "node:async_hooks";

type IsCurrent = () => boolean;

const making = new AsyncLocalStorage<IsCurrent[]>();

/** What was read last for the answer that is being made just now, and until when it holds. */
export function madeOf(isCurrent: IsCurrent): void {
  making.getStore()?.push(isCurrent);
}

/** The answer, and whether all that has gone into it so far is still how it was read; may be asked while it is made. */
export function noting<Answer>(make: () => Answer): { answer: Answer; isCurrent: IsCurrent } {
  const parts: IsCurrent[] = [];
  return { answer: making.run(parts, make), isCurrent: () => parts.every((isCurrent) => isCurrent()) };
}
