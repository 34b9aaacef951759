// Sends requests one after the other, and prints what Node's parser, which is a strict one, reads in each answer.
// Standard input: {port, requests: [[method, target, headers, body], …]}. Standard output: a list in the same order.
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

const { port, requests } = JSON.parse(await text(process.stdin));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const ask = ([method, path, headers, body]) =>
  new Promise((resolve) => {
    const interim = [];
    const asked = request({ host: "127.0.0.1", port, agent, method, path, headers, insecureHTTPParser: false });
    asked.on("information", (answer) => interim.push(answer.statusCode));
    asked.on("error", (error) => resolve({ error: `${error.code}: ${error.message}` }));
    asked.on("response", (answer) => {
      let bytes = 0;
      answer.on("data", (data) => (bytes += data.length));
      answer.on("error", (error) => resolve({ error: `${error.code}: ${error.message}` }));
      answer.on("end", () =>
        resolve({ status: answer.statusCode, reason: answer.statusMessage, headers: answer.rawHeaders, bytes, interim }),
      );
    });
    asked.end(body || undefined);
  });

const answers = [];
for (const each of requests) answers.push(await ask(each));
console.log(JSON.stringify(answers));
agent.destroy();
