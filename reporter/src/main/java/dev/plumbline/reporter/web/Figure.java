package dev.plumbline.reporter.web;

import dev.plumbline.model.score.Score;

/// A share as a page shows it.
///
/// @param width of the bar, 0 to 100
/// @param tone a class: good, fair, weak, poor, unknown
/// @param why nothing is known; empty where something is
public record Figure(String text, String width, String tone, String why) {

    static Figure of(Score score, String whyUnknown) {
        return switch (score) {
            case Score.Known(int basisPoints) ->
                new Figure(
                        Words.percent(basisPoints),
                        basisPoints / 100 + "." + basisPoints / 10 % 10,
                        Words.tone(score),
                        "");
            case Score.Unknown _ -> new Figure("unknown", "0", "unknown", whyUnknown);
        };
    }

    public boolean known() {
        return why.isEmpty();
    }
}
