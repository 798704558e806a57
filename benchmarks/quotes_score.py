"""Score quotation extraction.  Standard library only.

Usage: python -m benchmarks.quotes_score GOLD.jsonl PRED.jsonl [--json] [--by-kind-given]

Both files: {"id","text"?,"quotes":[{"content":[[s,e]..],"cue":..,"source":[[s,e]..],"kind":..}]}.
Two contents agree when their character sets (letters and digits only) have
intersection/union >= 0.8 (loose) or are equal (exact): marks, spaces and edge
punctuation never count.  Pairs are taken one to one, best overlap first.

For a kind K:  recall = gold quotes of kind K that are matched by any prediction;
precision = predictions of kind K that match any gold quote; F1 of the two.
A prediction's kind is re-derived from the text's quotation marks unless
--by-kind-given (for text whose marks were stripped).
'speech' recall: gold quotes whose cue is a verb of saying (field "act").

Sources are judged on loose matches whose gold quote has a source: token F1 of the
spans (by position), span F1 >= 0.5, exact, and the head word (string, either
mention): head_ok = same head word.  end_to_end = correct head over ALL gold quotes
with a source, so a missed quote costs.

Letters: the same by letters and digits instead of whole quotes, so that how split quotes are grouped does not
matter: recall/precision/F of covered letters per kind, and said_by = letters of sourced gold quotes covered by a
prediction whose source has the right head word ("who said what", one figure).
"""

import argparse
import json
from pathlib import Path

from benchmarks import quotes_marks as ql


def chars(text, spans):
    return frozenset(i for a, b in spans for i in range(max(0, a), min(b, len(text))) if text[i].isalnum())


def match(text, gold, pred):
    gs = [chars(text, q["content"]) for q in gold]
    ps = [chars(text, q["content"]) for q in pred]
    where = {}
    for gi, s in enumerate(gs):
        for i in s:
            where.setdefault(i, []).append(gi)
    cand = []
    for pi, s in enumerate(ps):
        for gi in {g for i in s for g in where.get(i, ())}:
            inter = len(s & gs[gi])
            cand.append((inter / len(s | gs[gi]), gi, pi))
    cand.sort(key=lambda c: (-c[0], c[1], c[2]))
    pairs, ug, up = {}, set(), set()
    for ov, gi, pi in cand:
        if gi not in ug and pi not in up:
            ug.add(gi), up.add(pi)
            pairs[gi] = (pi, ov)
    return pairs


def token_f1(text, a, b):
    x, y = chars(text, a), chars(text, b)
    return 2 * len(x & y) / (len(x) + len(y)) if x or y else 0.0


def words(text, spans):
    return " ".join(text[a:b] for a, b in sorted(spans))


def prf(tp_p, n_p, tp_r, n_r):
    p = tp_p / n_p if n_p else 0.0
    r = tp_r / n_r if n_r else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def score(gold_docs, pred_docs, kind_given=False, thr=0.8):
    kinds = ("direct", "mixed", "indirect", "all")
    n_gold = dict.fromkeys(kinds, 0)
    n_pred = dict.fromkeys(kinds, 0)
    hit_r = {t: dict.fromkeys(kinds, 0) for t in ("exact", "loose")}
    hit_p = {t: dict.fromkeys(kinds, 0) for t in ("exact", "loose")}
    act_n = {"speech": 0, "other": 0}
    act_hit = {"speech": 0, "other": 0}
    src = {k: [0, 0.0, 0, 0, 0, 0] for k in kinds}  # matched, f1 sum, >=.5, exact, head ok, gold with source
    nosrc = [0, 0]
    let = {k: [0, 0, 0, 0, 0, 0] for k in kinds}  # gold, covered, predicted, right, gold with source, right head
    for doc in gold_docs:
        text, gold = doc["text"], doc["quotes"]
        pred = pred_docs.get(doc["id"], {}).get("quotes", [])
        mask = ql.quoted_mask(text)
        for q in pred:
            q["_k"] = q["kind"] if kind_given and q.get("kind") else ql.kind_of(text, q["content"], mask)
        pairs = match(text, gold, pred)
        owner = {}
        for q in pred:
            hd = ql.head_of(words(text, q["source"])) if q.get("source") else ""
            for i in chars(text, q["content"]):
                owner.setdefault(i, set()).add(hd)
        gall = set()
        for q in gold:
            cs = chars(text, q["content"])
            gall |= cs
            hd = ql.head_of(words(text, q["source"])) if q["source"] else ""
            for k in (q["kind"], "all"):
                let[k][0] += len(cs)
                let[k][1] += sum(i in owner for i in cs)
                if hd:
                    let[k][4] += len(cs)
                    let[k][5] += sum((hd in owner.get(i, ())) / max(1, len(owner.get(i, ()))) for i in cs)
        for q in pred:
            cs = chars(text, q["content"])
            for k in (q["_k"], "all"):
                let[k][2] += len(cs)
                let[k][3] += len(cs & gall)
        back = {pi: (gi, ov) for gi, (pi, ov) in pairs.items()}
        for gi, q in enumerate(gold):
            pi, ov = pairs.get(gi, (None, 0.0))
            for k in (q["kind"], "all"):
                n_gold[k] += 1
                hit_r["loose"][k] += ov >= thr
                hit_r["exact"][k] += ov == 1.0
            if "act" in q:
                act_n[q["act"]] += 1
                act_hit[q["act"]] += ov >= thr
            if q["source"]:
                for k in (q["kind"], "all"):
                    src[k][5] += 1
            if ov >= thr:
                ps = pred[pi].get("source") or []
                if q["source"]:
                    f = token_f1(text, q["source"], ps) if ps else 0.0
                    head = bool(ps) and ql.head_of(words(text, q["source"])) == ql.head_of(words(text, ps))
                    for k in (q["kind"], "all"):
                        s = src[k]
                        s[0] += 1
                        s[1] += f
                        s[2] += f >= 0.5
                        s[3] += f == 1.0
                        s[4] += head
                else:
                    nosrc[0] += 1
                    nosrc[1] += not ps
        for pi, q in enumerate(pred):
            ov = back.get(pi, (None, 0.0))[1]
            for k in (q["_k"], "all"):
                n_pred[k] += 1
                hit_p["loose"][k] += ov >= thr
                hit_p["exact"][k] += ov == 1.0
    out = {"n_gold": n_gold, "n_pred": n_pred}
    for t in ("exact", "loose"):
        out[t] = {k: [round(100 * v, 1) for v in prf(hit_p[t][k], n_pred[k], hit_r[t][k], n_gold[k])] for k in kinds}
    out["letters"] = {
        k: [round(100 * v, 1) for v in prf(c[3], c[2], c[1], c[0])] + [round(100 * c[5] / c[4], 1) if c[4] else 0.0]
        for k, c in let.items()
    }
    out["recall_by_act"] = {a: round(100 * act_hit[a] / act_n[a], 1) for a in act_n if act_n[a]}
    out["source"] = {}
    for k in kinds:
        m, f, h, e, hd, tot = src[k]
        if tot:
            out["source"][k] = {
                "matched": m,
                "gold_with_source": tot,
                "token_f1": round(100 * f / m, 1) if m else 0,
                "overlap50": round(100 * h / m, 1) if m else 0,
                "exact": round(100 * e / m, 1) if m else 0,
                "head": round(100 * hd / m, 1) if m else 0,
                "end_to_end_head": round(100 * hd / tot, 1),
            }
    out["no_source_matched"], out["no_source_left_empty"] = nosrc
    return out


def load(path):
    with Path(path).open(encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--json", action="store_true")
    ap.add_argument("--by-kind-given", action="store_true")
    a = ap.parse_args()
    r = score(load(a.gold), {d["id"]: d for d in load(a.pred)}, a.by_kind_given)
    if a.json:
        print(json.dumps(r))
        return
    for k in ("direct", "mixed", "indirect", "all"):
        exact, loose = (
            " ".join(f"{x} {v:5.1f}" for x, v in zip("PRF", r[t][k], strict=True)) for t in ("exact", "loose")
        )
        print(f"{k:8} gold {r['n_gold'][k]:5} pred {r['n_pred'][k]:5} | exact {exact} | overlap>=.8 {loose}")
    for k, v in r["letters"].items():
        print(f"letters {k:8} P {v[0]:5.1f} R {v[1]:5.1f} F {v[2]:5.1f} | said_by {v[3]:5.1f}")
    print("recall by cue act (overlap>=.8):", r["recall_by_act"])
    for k, found in r["source"].items():
        print(f"source {k:8}", found)
    empty = r["no_source_left_empty"]
    print(f"gold without a source, matched: {r['no_source_matched']}, prediction also empty: {empty}")


if __name__ == "__main__":
    main()
