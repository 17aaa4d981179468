from coachdesk.documents.commitment_pdf import render_pdf
from coachdesk.documents.images import page_images
from tests.core.documents.papers import MADE_AT, paper


def test_every_page_becomes_a_picture_of_white_paper_with_dark_words() -> None:
    images = page_images(render_pdf(paper(), made_at=MADE_AT), scale=1)
    assert len(images) == 2
    for image in images:
        assert (image.width, image.height) == (596, 842)
        assert len(image.rgba) == image.width * image.height * 4
        assert image.rgba[:4] == b"\xff\xff\xff\xff"
        assert min(image.rgba[0::4]) < 60
        assert set(image.rgba[3::4]) == {255}


def test_the_accent_is_blue_and_not_red() -> None:
    (image, _) = page_images(render_pdf(paper(), made_at=MADE_AT), scale=1)
    red, blue = image.rgba[0::4], image.rgba[2::4]
    assert any(b > r + 40 for r, b in zip(red, blue, strict=True))
    assert not any(r > b + 40 for r, b in zip(red, blue, strict=True))


def test_a_larger_scale_gives_more_pixels() -> None:
    content = render_pdf(paper(), made_at=MADE_AT)
    assert page_images(content, scale=2)[0].width == 1191
