import Testing

@Suite struct FormulaTests {
    @Test(arguments: [
        "<span class=katex><span class=katex-mathml><math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation></semantics></math></span><span class=katex-html aria-hidden=true>x2</span></span>",
        "<span class=MathJax_Preview></span><span class=MathJax>x2</span><script type='math/tex'>x^2</script>",
        "<span class=mwe-math-element><span style='display: none'><math alttext='{\\displaystyle x^2}'><mi>x</mi></math></span><img class=mwe-math-fallback-image-inline alt='{\\displaystyle x^2}' src=x.svg></span>",
        "<span class='math notranslate'>\\(x^2\\)</span>", "<img class=math src=x.png alt='x^2'>",
        "<math alttext='x^2'><mi>x</mi></math>",
    ])
    func `a formula's source goes between dollars`(_ html: String) {
        #expect(markdown("<p>a \(html) b</p>") == "a $x^2$ b")
    }

    @Test(arguments: [
        "<span class=katex-display><span class=katex><math display=block><annotation encoding='application/x-tex'>x^2</annotation></math></span></span>",
        "<script type='math/tex; mode=display'>x^2</script>", "<div class=math>\\[x^2\\]</div>",
    ])
    func `a formula on its own goes between two dollars each`(_ html: String) {
        #expect(markdown("<div>\(html)</div>") == "$$x^2$$")
    }

    @Test func `dollars of a page that sets formulas stay`() {
        #expect(
            markdown("<script src='https://example.org/MathJax.js'></script><p>a $x_1*y_2*z$ \\(b\\) \\[c\\]</p>")
                == "a $x_1*y_2*z$ $b$ $$c$$")
    }

    @Test func `a class that only sounds like formulas is none`() {
        #expect(markdown("<div class=math><p>Sums are easy.</p></div>") == "Sums are easy.")
    }
}
