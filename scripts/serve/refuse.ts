/** What is said where the app itself could not say it: to everybody, in both languages. */
import type { Response } from "express";

const TOO_MANY =
  "Too many people ask at this moment. Nothing was lost: go back and try again in a few seconds.\n" +
  "Call 2-1-1. In danger now: 911.\n\n" +
  "Muchas personas preguntan en este momento. Nada se perdió: regrese e intente de nuevo en unos segundos.\n" +
  "Llame al 2-1-1. En peligro: 911.\n";
export const TOO_LONG =
  "That is longer than this form takes. Go back and write less.\n" +
  "Es más largo de lo que cabe en este formulario. Regrese y escriba menos.\n";
export const NOTHING_HERE =
  "There is nothing at this address. Go back, or call 2-1-1. In danger now: 911.\n" +
  "No hay nada en esta dirección. Regrese o llame al 2-1-1. En peligro: 911.\n";
export const BROKEN =
  "Something went wrong on our side. Call 2-1-1. In danger now: 911.\n" +
  "Algo salió mal de nuestro lado. Llame al 2-1-1. En peligro: 911.\n";

export function refuse(response: Response, status: number, words: string): void {
  response
    .status(status)
    .set({ "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" })
    .send(words);
}

export function refuseForNow(response: Response): void {
  refuse(response.set("Retry-After", "10"), 503, TOO_MANY);
}
