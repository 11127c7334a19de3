/** The "Mi caso" page's look: its own, small, and readable from 320 px, in light and dark, printed too. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf8;--card:#fff;--ink:#211d1a;--soft:#5d554e;--line:#d9d2ca;--accent:#0b5d57;
--on-accent:#fff;--done:#1c6b3c;--open:#7a5200;--late:#a3242b}
@media (prefers-color-scheme:dark){:root{--paper:#191614;--card:#24201d;--ink:#f3eee9;--soft:#bdb3a9;--line:#453e38;
--accent:#6fd3c6;--on-accent:#04211e;--done:#7fd3a0;--open:#e9c46a;--late:#ff9a98}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:40rem;margin:0 auto;padding:1.25rem 1rem 6rem}
header p{margin:0;color:var(--soft)}
h1{font-size:1.6rem;line-height:1.2;margin:.1rem 0 1rem}
h2{font-size:1.05rem;margin:0 0 .5rem}
section,.item{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin:0 0 1rem}
.plain{background:none;border:0;padding:0}
ul{list-style:none;margin:0;padding:0}
p{margin:.25rem 0}
.state{font-weight:650;color:var(--soft)}
.state.done{color:var(--done)}.state.open,.state.changing{color:var(--open)}.state.late{color:var(--late)}
.what{font-size:1.05rem;overflow-wrap:anywhere}
dl{margin:.5rem 0 0;display:grid;grid-template-columns:auto 1fr;gap:.15rem .9rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.ref{font-family:ui-monospace,Menlo,Consolas,monospace}
.off .what{text-decoration:line-through;text-decoration-thickness:1px}
button{font:inherit;font-weight:650;min-height:2.75rem;padding:.5rem 1.1rem;border:0;border-radius:.6rem;
background:var(--accent);color:var(--on-accent);cursor:pointer}
a{color:var(--accent);display:inline-block;min-height:1.5rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.note{color:var(--soft);font-size:.95rem}
.told{border-color:var(--done)}
@media (max-width:24rem){dl{grid-template-columns:1fr}dt{margin-top:.35rem}}
@media print{form,footer{display:none}body{background:#fff}}
`
