// How a page looks, on a screen and on paper.
#pragma once

#include <string_view>

namespace nianbao::html {

/// Lines of 40 characters at most; tables that are wider than the screen scroll in their
/// own place; on paper each is whole where a page holds it, else its head stands on every
/// page. Addresses may break, so that no line is spread out on a phone. The caption is
/// there for those who hear it, as the heading above says the same. No colour carries a
/// meaning, so dark and high-contrast settings of the reader hold.
inline constexpr std::string_view style = R"(
html{-webkit-text-size-adjust:100%}
body{margin:0;color:#1a1a1a;background:#fff;overflow-wrap:anywhere;
font:1.125rem/1.8 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
main,footer{max-width:40em;margin:0 auto;padding:1.5em 1em}
h1{margin:.5em 0 1.25em;font-size:1.5em;line-height:1.4;text-align:center;text-wrap:balance}
h2{margin:1.5em 0 .5em;font-size:1.2em;line-height:1.5}
h3,h4,h5,h6{margin:1em 0 .25em;font-size:1em}
h2,h3,h4,h5,h6{break-after:avoid;
font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
p,li{margin:0 0 .25em;text-indent:2em;text-align:justify}
ul{margin:0;padding:0;list-style:none}
li ul{padding-left:2em}
.s{margin-top:1.5em;break-inside:avoid}
.s p{text-align:right;text-indent:0}
.t{position:relative;margin:.5em 0 1em;overflow-x:auto}
.t:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
.n{text-indent:0;font-size:.9em}
table{width:100%;border-collapse:collapse;font-size:.9em;line-height:1.5}
.w{min-width:44em}
.v{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.3em .5em;border:1px solid #767676;text-align:left;font-weight:400}
th,td{overflow-wrap:normal}
thead th{text-align:center;font-weight:700}
td{text-align:right;font-variant-numeric:tabular-nums}
.c{text-align:center}
a{color:#0b57d0;word-break:break-all}
@media print{@page{size:A4;margin:25mm 22mm}
body{font-size:11pt}main{max-width:none;padding:0}footer{display:none}
.t{overflow:visible;break-inside:avoid}
.w{min-width:0;font-size:8.5pt}thead{display:table-header-group}tr{break-inside:avoid}
a{color:inherit}}
)";

}  // namespace nianbao::html
