package dev.bengal.formats.reading;

import dev.bengal.model.Direction;

/** An array of name, unit and value, which may be a string. Which way is better stands in the name of the format alone. */
final class CustomReader implements FormatReader {
    private final Format format;

    CustomReader(Format format) {
        this.format = format;
    }

    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json()
                        .first()
                        .filter(one -> one.has("name") && one.has("value") && one.has("unit"))
                        .isPresent();
    }

    @Override
    public void read(Content content, Runs runs) {
        RunBuilder run = runs.of(format, content);
        Direction direction = format == Format.SMALLER_IS_BETTER ? Direction.LOWER : Direction.HIGHER;
        for (JsonPlace entry : content.json().elements()) {
            run.add(
                    entry.place(),
                    Metrics.of(entry.at("name").text(), entry.at("unit").textOr(""), direction),
                    entry.at("value").number());
        }
    }
}
