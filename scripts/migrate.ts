/** npm run migrate: brings the database of DATABASE_URL to the newest schema and makes the web role. */
import { migrate } from "../db/migrate";

const { DATABASE_URL, DATABASE_WEB_URL, APP_SECRET } = process.env;

if (!DATABASE_URL || !(APP_SECRET || DATABASE_WEB_URL)) {
  console.error(
    "Set DATABASE_URL and APP_SECRET. For the built-in database run `npm start`: it migrates by itself.",
  );
  process.exit(1);
}

try {
  const { applied } = await migrate(DATABASE_URL, { appSecret: APP_SECRET ?? "", webUrl: DATABASE_WEB_URL });
  console.log(applied.length === 0 ? "The schema is up to date." : `Applied ${applied.join(", ")}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
  process.exit(1);
}
