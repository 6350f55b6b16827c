import { expect, test } from "vitest";
import { clientNetwork, isThisMachine, networkOf } from "~/http/address.server";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "::ffff:203.0.113.7"],
  ["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2"],
  ["2001:0db8:1:2::1", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["unknown", "unknown"],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
  const request = new Request("http://localhost/", { headers: { "x-client-address": address } });
  expect(clientNetwork(request)).toBe(network);
});

test("this machine is one that came through nobody else", () => {
  const from = (headers: Record<string, string>) =>
    isThisMachine(new Request("http://localhost/", { headers }));
  expect(from({ "x-client-address": "::1" })).toBe(true);
  expect(from({ "x-client-address": "127.0.0.1" })).toBe(true);
  expect(from({ "x-client-address": "127.0.0.1", "x-forwarded-for": "203.0.113.7" })).toBe(false);
  expect(from({ "x-client-address": "203.0.113.7" })).toBe(false);
});
