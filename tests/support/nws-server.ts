/** The weather service on loopback: it speaks api.weather.gov's format, is as strict, and fails as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Question = "points" | "hourly" | "alerts";
export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export type NwsServer = {
  url: string;
  asked: { path: string; headers: IncomingMessage["headers"] }[];
  /** The most requests that were open at one time. */
  mostAtOnce(): number;
  /** To one question, until the next such call; null answers as usual again. */
  answer(question: Question, how: Answering | null): void;
  /** What the usual answers say. */
  says(periods: object[], alerts?: object[]): void;
  close(): Promise<void>;
};

const GEO_JSON = "application/geo+json";
const HOUR_MS = 3_600_000;

export async function startNwsServer(): Promise<NwsServer> {
  const asked: NwsServer["asked"] = [];
  const told = new Map<Question, Answering>();
  let said = { periods: periodsFrom(new Date(), [14]), alerts: [] as object[] };
  let [open, most] = [0, 0];

  const usual: Record<Question, Answering> = {
    // The service names its own addresses, whoever passes the question on.
    points: json({
      properties: {
        gridId: "EAX",
        forecastHourly: "https://api.weather.gov/gridpoints/EAX/38,51/forecast/hourly",
      },
    }),
    hourly: (...to) => json(forecastOf(said.periods))(...to),
    alerts: (...to) => json({ type: "FeatureCollection", features: said.alerts })(...to),
  };

  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers });
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    const question = questionIn(path);
    if (!request.headers["user-agent"]?.trim()) return problem(403, "Forbidden")(request, response);
    const plainer = plainerPath(path);
    if (plainer) return moved(plainer)(request, response);
    if (!question) return problem(404, "Not Found")(request, response);
    (told.get(question) ?? usual[question])(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    mostAtOnce: () => most,
    answer: (question, how) => void (how ? told.set(question, how) : told.delete(question)),
    says: (periods, alerts = []) => void (said = { periods, alerts }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function questionIn(path: string): Question | undefined {
  if (/^\/points\/-?[\d.]+,-?[\d.]+$/.test(path)) return "points";
  if (/^\/gridpoints\/[A-Z]{3}\/\d+,\d+\/forecast\/hourly$/.test(path)) return "hourly";
  return /^\/alerts\/active\?point=-?[\d.]+,-?[\d.]+$/.test(path) ? "alerts" : undefined;
}

/** The address the service sends one on to: at most four decimals, no zeros at the end. */
function plainerPath(path: string): string | undefined {
  const plain = path.replaceAll(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(4))));
  return plain === path ? undefined : plain;
}

/** One period an hour of these temperatures, the first of them in `start`'s hour. */
export function periodsFrom(start: Date, temperaturesF: number[], more: object = {}): object[] {
  const first = Math.floor(start.getTime() / HOUR_MS) * HOUR_MS;
  return temperaturesF.map((temperature, i) => ({
    number: i + 1,
    name: "",
    startTime: offsetTime(first + i * HOUR_MS),
    endTime: offsetTime(first + (i + 1) * HOUR_MS),
    isDaytime: false,
    temperature,
    temperatureUnit: "F",
    temperatureTrend: null,
    probabilityOfPrecipitation: { unitCode: "wmoUnit:percent", value: 0 },
    windSpeed: "0 mph",
    windDirection: "NW",
    shortForecast: "Clear",
    detailedForecast: "",
    ...more,
  }));
}

/** As the service writes moments, here always on the clock of Chicago's winter. */
function offsetTime(ms: number): string {
  return `${new Date(ms - 6 * HOUR_MS).toISOString().slice(0, 19)}-06:00`;
}

export function forecastOf(periods: unknown, more: object = { generatedAt: new Date().toISOString() }) {
  return { type: "Feature", properties: { units: "us", periods, ...more } };
}

/** A feature of /alerts/active; moments are milliseconds since 1970. */
export function alertOf(event: string, severity: string, more: object = {}): object {
  const hour = (hours: number) => offsetTime(Date.now() + hours * HOUR_MS);
  return {
    id: `https://api.weather.gov/alerts/${event}`,
    type: "Feature",
    geometry: null,
    properties: {
      "@type": "wx:Alert",
      areaDesc: "Wyandotte, KS",
      sent: hour(-2),
      effective: hour(-2),
      onset: hour(-1),
      expires: hour(3),
      ends: hour(12),
      status: "Actual",
      messageType: "Alert",
      severity,
      certainty: "Likely",
      urgency: "Expected",
      event,
      description: "x".repeat(2000),
      ...more,
    },
  };
}

export function json(body: unknown, headers: Record<string, string> = {}): Answering {
  return (_, response) => {
    response.writeHead(200, { "content-type": GEO_JSON, ...headers });
    response.end(JSON.stringify(body));
  };
}

/** application/problem+json, as the service says no. */
export function problem(status: number, title: string, headers: Record<string, string> = {}): Answering {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/problem+json", ...headers });
    response.end(JSON.stringify({ correlationId: "5a1c0ffee", title, status, detail: title }));
  };
}

export function moved(location: string, status = 301): Answering {
  return (_, response) => {
    response.writeHead(status, { location, "content-type": "application/problem+json" });
    response.end("{}");
  };
}
