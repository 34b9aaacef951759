// Serves every example of Express under its code, as described in fastapi_server.py.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, parse } from "node:path";

const [folder, port] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), "answers.js"));
const express = require("express");
const everything = express();
for (const file of readdirSync(folder)) {
  const app = express.Router();
  new Function("app", readFileSync(join(folder, file), "utf8"))(app);
  everything.use(`/${parse(file).name}`, app);
}
console.log(`Express ${require("express/package.json").version}, Node ${process.versions.node}`);
everything.listen(Number(port), "127.0.0.1");
