/** A worker that ends before its work is done. */
process.exit(3);
