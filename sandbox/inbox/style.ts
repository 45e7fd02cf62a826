export const style = `
*{box-sizing:border-box}
body{margin:0;background:#f3f5f8;color:#1c2733;font:16px/1.45 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
a{color:#0b5cad}
small{color:#5b6b7b;font-size:.875rem;font-weight:400}
header{display:grid;grid-template-columns:1fr auto;align-items:baseline;margin-bottom:1rem}
header p{grid-column:1/-1;margin:.15rem 0 0;color:#5b6b7b}
h1{margin:0;font-size:1.5rem;line-height:1.25;overflow-wrap:anywhere}
h2{font-size:1rem;margin:1.25rem 0 .5rem}
nav{display:flex;justify-content:space-between;margin-bottom:1rem}
nav a,.language{text-decoration:none;padding:.35rem 0}
.mails,.attachments{list-style:none;margin:0;padding:0}
.mails{background:#fff;border:1px solid #dde3ea;border-radius:14px;overflow:hidden;box-shadow:0 1px 2px #1c27330f}
.mails li+li{border-top:1px solid #e8edf2}
.mails a{display:grid;grid-template-columns:2.75rem minmax(0,1fr) auto;gap:.1rem .85rem;padding:.85rem 1rem;color:inherit;text-decoration:none}
.mails a:hover{background:#f6f9fc}
a:focus-visible{outline:3px solid #74b0f0;outline-offset:-3px;border-radius:6px}
.face{grid-row:1/span 2;width:2.75rem;height:2.75rem;border-radius:50%;background:#d9ebe2;color:#0f5c3f;display:grid;place-items:center;font-weight:700}
.who,.what{min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.what,.clips{grid-column:2/4}
time{color:#5b6b7b;font-size:.875rem;white-space:nowrap}
.clips{display:flex;flex-wrap:wrap;gap:.35rem;margin-top:.35rem}
.clip{border:1px solid #d4dce5;border-radius:99px;padding:.1rem .65rem;font-size:.8rem;max-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
mark{background:#fff0c9;color:#6b4a00;border-radius:99px;padding:.1rem .6rem;font-size:.8rem;font-weight:600;vertical-align:middle}
.empty{text-align:center;padding:4rem 1rem;color:#5b6b7b}
.empty svg{width:3.5rem;fill:none;stroke:#9fb0c0;stroke-width:1.4}
.empty h2{color:#1c2733;font-size:1.15rem;margin:.75rem 0 .25rem}.empty p{margin:0}
.news{position:fixed;left:50%;bottom:1.25rem;transform:translateX(-50%);background:#0f5c3f;color:#fff;border-radius:99px;padding:.7rem 1.3rem;text-decoration:none;box-shadow:0 6px 20px #1c273340;white-space:nowrap}
.news[hidden]{display:none}
article{background:#fff;border:1px solid #dde3ea;border-radius:14px;padding:1.25rem;box-shadow:0 1px 2px #1c27330f}
dl{display:grid;grid-template-columns:auto 1fr;gap:.2rem .9rem;margin:.9rem 0 0}
dt{color:#5b6b7b}dd{margin:0;overflow-wrap:anywhere}dd span{color:#5b6b7b}
.attachments{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:.6rem}
.attachments li{display:grid;grid-template:auto 1fr/auto minmax(0,1fr);gap:.1rem .75rem;border:1px solid #dde3ea;border-radius:10px;padding:.7rem}
.kind{grid-row:1/span 2;width:2.6rem;height:2.6rem;border-radius:8px;display:grid;place-items:center;font-size:.72rem;font-weight:700;background:#e6ebf1;color:#33475b}
.kind[data-kind=PDF]{background:#fde4e1;color:#9b1c10}.kind[data-kind=XML]{background:#e0ecfb;color:#0b4a8f}
.name{grid-column:2;overflow-wrap:anywhere;font-weight:600;line-height:1.3}.name small{display:block}
.actions{grid-column:2;display:flex;gap:1.1rem;margin-top:auto}.actions a{padding:.4rem 0}
iframe{display:block;width:100%;min-height:12rem;border:0;border-top:1px solid #e8edf2;margin-top:1.25rem;padding-top:.75rem}
.source{margin:.75rem 0 0;font-size:.875rem}
@media (max-width:40rem){main{padding:1rem .75rem 4rem}.mails a{grid-template-columns:2.75rem minmax(0,1fr)}.mails time,.what,.clips{grid-column:2}.what{white-space:normal;overflow-wrap:anywhere}}
`;
