/** A worker that never comes to its end. */
for (;;);
