package dev.bengal.site.highlight;

import static dev.bengal.site.highlight.Enclosed.comment;
import static dev.bengal.site.highlight.Enclosed.raw;
import static dev.bengal.site.highlight.Enclosed.string;
import static dev.bengal.site.highlight.Enclosed.text;

/** The words of the languages that are words, numbers, strings and comments. */
final class CodeGrammars {
    private static final String ECMA =
            "async await break case catch class const continue debugger default delete do else "
                    + "export extends finally for from function get if import in instanceof let new of return set static super "
                    + "switch this throw try typeof var void while with yield";

    private CodeGrammars() {}

    private static Grammar likeC() {
        return new Grammar().lineComment("//").enclosed(comment("/*", "*/"));
    }

    static Language java() {
        return new CodeLanguage(likeC().enclosed(text("\"\"\""), string("\""), string("'"))
                .metaSigns("@")
                .constants("true false null")
                .keywords(
                        "abstract assert boolean break byte case catch char class const continue default do double else "
                                + "enum exports extends final finally float for goto if implements import instanceof int "
                                + "interface long module native new non-sealed open opens package permits private protected "
                                + "provides public record requires return sealed short static strictfp super switch "
                                + "synchronized this throw throws to transient transitive try uses var void volatile when while "
                                + "with yield"));
    }

    static Language kotlin() {
        return new CodeLanguage(likeC().enclosed(raw("\"\"\""), string("\""), string("'"))
                .metaSigns("@")
                .constants("true false null")
                .keywords(
                        "abstract as break by catch class companion const continue data do else enum final finally for "
                                + "fun if import in infix init inline interface internal is lateinit object open operator out "
                                + "override package private protected public return sealed super suspend this throw try "
                                + "typealias val var vararg when where while"));
    }

    static Language c() {
        return new CodeLanguage(likeC().enclosed(string("\""), string("'"))
                .metaSigns("#")
                .constants("true false NULL nullptr")
                .keywords(
                        "alignas alignof auto bool break case catch char class const constexpr continue decltype default "
                                + "delete do double else enum explicit extern final float for friend goto if inline int long "
                                + "mutable namespace new noexcept operator override private protected public register return "
                                + "short signed sizeof static struct switch template this throw try typedef typename union "
                                + "unsigned using virtual void volatile while"));
    }

    static Language go() {
        return new CodeLanguage(likeC().enclosed(string("\""), string("'"), raw("`"))
                .constants("true false nil iota")
                .keywords(
                        "any bool break byte case chan const continue default defer else error fallthrough float64 for "
                                + "func go goto if import int int64 interface map package range return rune select string "
                                + "struct switch type var"));
    }

    static Language rust() {
        return new CodeLanguage(
                likeC().enclosed(text("\""))
                        .metaSigns("#")
                        .constants("true false None")
                        .keywords(
                                "as async await break const continue crate dyn else enum extern fn for if impl in let loop match "
                                        + "mod move mut pub ref return self Self static struct super trait type unsafe use where while"));
    }

    static Language javascript() {
        return new CodeLanguage(ecma().keywords(ECMA));
    }

    static Language typescript() {
        return new CodeLanguage(ecma().metaSigns("@")
                .keywords(ECMA + " abstract any as boolean declare enum implements interface is keyof namespace never "
                        + "number object override private protected public readonly satisfies string symbol type "
                        + "unknown"));
    }

    private static Grammar ecma() {
        return likeC().enclosed(string("\""), string("'"), text("`"))
                .constants("true false null undefined NaN Infinity");
    }

    static Language python() {
        return new CodeLanguage(new Grammar()
                .lineComment("#")
                .enclosed(text("\"\"\""), text("'''"), string("\""), string("'"))
                .metaSigns("@")
                .constants("True False None NotImplemented Ellipsis")
                .keywords(
                        "and as assert async await break case class continue def del elif else except finally for from "
                                + "global if import in is lambda match nonlocal not or pass raise return try type while with "
                                + "yield"));
    }

    static Language ruby() {
        return new CodeLanguage(new Grammar()
                .lineComment("#")
                .enclosed(text("\""), text("'"))
                .metaSigns("@:$")
                .constants("true false nil")
                .keywords("alias and begin break case class def do else elsif end ensure for if in module next not or "
                        + "redo rescue retry return self super then undef unless until when while yield require "
                        + "attr_accessor attr_reader"));
    }

    static Language shell() {
        return new CodeLanguage(
                new Grammar()
                        .lineComment("#")
                        .enclosed(text("\""), raw("'"))
                        .metaSigns("$")
                        .shell()
                        .constants("true false")
                        .keywords(
                                "alias case cd declare do done echo elif else esac eval exec exit export fi for function if in "
                                        + "local read readonly return select set shift source sudo test then trap unset until while"));
    }

    static Language dockerfile() {
        return new CodeLanguage(new Grammar()
                .lineComment("#")
                .enclosed(string("\""), string("'"))
                .metaSigns("$")
                .shell()
                .anyCase()
                .keywords(
                        "add arg as cmd copy entrypoint env expose from healthcheck label maintainer onbuild run shell "
                                + "stopsignal user volume workdir"));
    }

    static Language sql() {
        return new CodeLanguage(
                new Grammar()
                        .lineComment("--")
                        .enclosed(comment("/*", "*/"), raw("'"), raw("\""))
                        .anyCase()
                        .constants("true false null")
                        .keywords(
                                "add all alter and any as asc begin between bigint boolean by cascade case check column commit "
                                        + "constraint create cross database default delete desc distinct drop else end except exists "
                                        + "explain foreign from full grant group having if in index inner insert int integer intersect "
                                        + "into is join key left like limit not numeric offset on or order outer over partition "
                                        + "primary references returning revoke right rollback select set table text then timestamp "
                                        + "trigger truncate union unique update using values varchar view when where window with"));
    }

    static Language json() {
        return new CodeLanguage(likeC().enclosed(string("\"")).keys().constants("true false null"));
    }

    /** What stands between the marks of a template, whichever engine it is for. */
    static Language template() {
        return new CodeLanguage(new Grammar()
                .enclosed(comment("/*", "*/"), string("\""), string("'"))
                .constants("true false none True False None null nil")
                .keywords(
                        "and as autoescape block break cache call capture case continue def define do elif else elseif "
                                + "empty end endblock endcache endcall enddef endfilter endfor endif endmacro endmatch endraw "
                                + "endset endwith export extends filter fn for from if ignore import in include is let macro "
                                + "match missing not or partial range raw recursive set slot spaceless template trim unless "
                                + "while with without yield"));
    }
}
