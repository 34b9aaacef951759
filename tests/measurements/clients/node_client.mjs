// node_client.mjs fetch|undici|axios|got|node-fetch, started in a folder whose node_modules has them.
// What is read and printed: see python_client.py.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const headers = { "content-type": "text/plain", authorization: "Bearer t", cookie: "a=b", "x-probe": "1" };
const require = createRequire(`${process.cwd()}/`);
const load = (name) => import(pathToFileURL(require.resolve(name)));
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version;

const clients = {
  async fetch() {
    return async (method, url, body) => (await fetch(url, { method, headers, body })).status;
  },
  async undici() {
    const { Agent, interceptors, request } = (await load("undici")).default;
    const dispatcher = new Agent().compose(interceptors.redirect({ maxRedirections: 10 }));
    return async (method, url, body) => {
      const response = await request(url, { method, headers, body, dispatcher });
      await response.body.dump();
      return response.statusCode;
    };
  },
  async axios() {
    const axios = (await load("axios")).default;
    return async (method, url, data) =>
      (await axios.request({ method, url, data, headers, validateStatus: () => true })).status;
  },
  async got() {
    const got = (await load("got")).default;
    return async (method, url, body) =>
      (await got(url, { method, headers, body, throwHttpErrors: false, retry: { limit: 0 } })).statusCode;
  },
  async "node-fetch"() {
    const fetch = (await load("node-fetch")).default;
    return async (method, url, body) => (await fetch(url, { method, headers, body })).status;
  },
};

const name = process.argv[2];
const send = await clients[name]();
console.log(name === "fetch" ? `fetch (Node ${process.versions.node})` : `${name} ${version(name)}`);
for await (const line of createInterface({ input: process.stdin })) {
  const [method, url] = line.split(" ");
  const body = ["POST", "PUT", "QUERY"].includes(method) ? "0123456789" : undefined;
  try {
    console.log(await send(method, url, body));
  } catch (error) {
    console.log("error", error.code ?? error.name);
  }
}
process.exit();
