/** A start that cannot go on, for a reason a person can act on: said as one sentence, without a stack. */
export class Refusal extends Error {}
