import { notFound } from "~/http/refusals.server";

export function loader() {
  throw notFound();
}

export default function Missing() {
  return null;
}
