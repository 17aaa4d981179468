from tests.ui.administration.conftest import Show
from ui.administration.state import CHECK


def test_the_support_file_is_reached_beside_the_self_check(show: Show) -> None:
    screen, wanted = show(), list[bool]()
    screen.presenter.support_wanted.connect(lambda: wanted.append(True))
    screen.choose(CHECK)
    screen.page.check.support_button.click()
    assert wanted == [True]
