/** The names of rows that are made by chance, as PostgreSQL writes them: an address with any other names nothing. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isUuid(words: string): boolean {
  return UUID.test(words);
}
