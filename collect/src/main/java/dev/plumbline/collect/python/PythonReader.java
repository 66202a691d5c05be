package dev.plumbline.collect.python;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.SourceReader;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Language;
import java.util.List;

/// Reads Python, as the grammar of 3.13 and earlier has it.
public final class PythonReader implements SourceReader<PythonModule> {
    @Override
    public String language() {
        return "python";
    }

    @Override
    public Language grammar(SourcePath path) {
        return Language.PYTHON;
    }

    @Override
    public boolean reads(SourcePath path) {
        return path.name().endsWith(".py") || path.name().endsWith(".pyi");
    }

    @Override
    public PythonModule read(SourceFile file, Tally tally) {
        var reading = new ModuleReading(new PythonFile(file.at()), tally);
        file.root().walk(reading::see);
        return reading.module();
    }

    @Override
    public void conclude(List<PythonModule> all, Tally tally) {
        new Conclusion(all, tally).draw();
        TestMirror.count(all, tally);
    }
}
