/** A worker with a fault of its own. */
throw new Error("a fault nobody caught");
