// Grades a page as MDN's HTTP observatory does, signed in: observatory.mjs FOLDER-OF-THE-PACKAGE HOST COOKIE
// Its own command knows no cookies, so the same retriever, tests and grader are called here.

import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, host, cookie] = process.argv.slice(2);
const part = (name) => import(pathToFileURL(path.join(folder, "src", name)).href);
const [{ retrieve }, { ALL_TESTS }, grader, { MINIMUM_SCORE_FOR_EXTRA_CREDIT }] = await Promise.all([
  part("retriever/retriever.js"),
  part("constants.js"),
  part("grader/grader.js"),
  part("grader/charts.js"),
]);

const headers = ["Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"];
if (cookie) headers.push(`Cookie: ${cookie}`);
const requests = await retrieve(host, { headers });
const page = requests.responses.auto;
const results = ALL_TESTS.map((test) => test(requests));

let all = 100;
let withoutCredit = 100;
for (const { result } of results) {
  const modifier = grader.getScoreModifier(result);
  all += modifier;
  if (modifier < 0) withoutCredit += modifier;
}
const score = withoutCredit >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : withoutCredit;
const { grade } = grader.getGradeForScore(score);
const landed = new URL(page.request?.path ?? page.config.url, `https://${host}`).pathname;
const failed = results.filter((one) => !one.pass).map((one) => one.result);
console.log(JSON.stringify({ grade, score, status: page.status, landed, failed }));
